package org.summertrip.messaging.message;

/** What the API documentation shows. */
final class MessageExamples {
    static final String NEW_MESSAGE = """
            {"conversationId": "019aa5c0-1111-7aaa-8aaa-0123456789ab", "content": "Who brings the tent?"}""";

    static final String CHANGES = "{\"content\": \"Who brings both tents?\"}";

    static final String MESSAGE = """
            {"id": "019aa5c2-2222-7bbb-8bbb-0123456789ab", "conversationId": "019aa5c0-1111-7aaa-8aaa-0123456789ab",
             "senderId": "019aa5bf-3333-7ccc-8ccc-0123456789ab", "content": "Who brings the tent?", "attachments": [],
             "replyTo": null, "reactions": [], "createdAt": "2026-11-21T09:00:00.000Z", "editedAt": null,
             "deleted": false}""";

    static final String PAGE =
            "{\"items\": [" + MESSAGE + "], \"next\": null, \"prev\": \"AQAkMDE5YWE1YzItMjIyMi03YmJi\"}";

    private MessageExamples() {}
}
