package org.summertrip.messaging.conversation;

/** What the API documentation shows. */
final class ConversationExamples {
    static final String NEW_CONVERSATION = """
            {"userIds": ["019aa5bf-4444-7ddd-8ddd-0123456789ab"]}""";

    static final String CONVERSATION = """
            {"id": "019aa5c0-1111-7aaa-8aaa-0123456789ab", "kind": "direct", "title": null, "groupId": null,
             "participantIds": ["019aa5bf-3333-7ccc-8ccc-0123456789ab", "019aa5bf-4444-7ddd-8ddd-0123456789ab"],
             "lastMessage": null, "unreadCount": 0, "lastReadMessageId": null, "muted": false,
             "createdAt": "2026-11-21T09:00:00.000Z"}""";

    static final String PAGE = "{\"items\": [" + CONVERSATION + "], \"next\": null}";

    private ConversationExamples() {}
}
