package org.summertrip.messaging.notification;

/** What the API documentation shows. */
final class NotificationExamples {
    static final String NEW_NOTIFICATION = """
            {"userId": "019aa5bf-3333-7ccc-8ccc-0123456789ab", "type": "PLAN_READY",
             "message": "The plan for Lisbon is ready", "link": "/groups/019aa5c0-1111-7aaa-8aaa-0123456789ab/plan"}""";

    static final String NOTIFICATION = """
            {"id": "019aa5c2-5555-7eee-8eee-0123456789ab", "userId": "019aa5bf-3333-7ccc-8ccc-0123456789ab",
             "type": "PLAN_READY", "message": "The plan for Lisbon is ready",
             "link": "/groups/019aa5c0-1111-7aaa-8aaa-0123456789ab/plan", "state": "UNSEEN",
             "createdAt": "2026-11-21T09:00:00.000Z"}""";

    static final String PAGE = "{\"items\": [" + NOTIFICATION + "], \"next\": null, \"unseenCount\": 1}";

    static final String MUTED_TYPE = "{\"type\": \"NEW_MESSAGE\", \"mutedAt\": \"2026-11-21T09:00:00.000Z\"}";

    static final String MUTED_TYPES = "{\"items\": [" + MUTED_TYPE + "], \"next\": null}";

    private NotificationExamples() {}
}
