package org.summertrip.users.activity;

/** What the documentation shows. */
final class Examples {
    static final String ACTIVITY = """
            {"id":"019a5f42-33cc-7e5f-8a43-9f8a7b6c5d4e","groupId":"019a5f40-11aa-7c3d-8e21-7d6f5e4c3b2a",\
            "proposedBy":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","type":"museum","title":"Gulbenkian","description":"The garden too",\
            "location":"Av. de Berna 45A","latitude":38.7372,"longitude":-9.1546,"scheduledAt":null,"durationMinutes":150,\
            "status":"planned","likes":3,"dislikes":1,"myVote":"like","createdAt":"2026-06-01T08:40:00.000Z"}""";

    private Examples() {}
}
