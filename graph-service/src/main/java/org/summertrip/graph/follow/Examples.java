package org.summertrip.graph.follow;

/** What the documentation shows. */
final class Examples {
    static final String FOLLOWS = """
            {"items":[{"user":{"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana","lastName":"Silva",\
            "avatarFileId":null,"createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"},\
            "since":"2026-06-04T07:15:00.000Z"}],"next":null,"total":1}""";

    private Examples() {}
}
