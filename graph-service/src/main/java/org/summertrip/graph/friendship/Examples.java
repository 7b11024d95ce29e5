package org.summertrip.graph.friendship;

/** What the documentation shows. */
final class Examples {
    static final String NEW_REQUEST = """
            {"userId":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49"}""";

    private static final String ANA = """
            {"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana","lastName":"Silva","avatarFileId":null,\
            "createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"}""";

    static final String REQUEST = """
            {"user":""" + ANA + """
            ,"direction":"out","requestedAt":"2026-06-03T18:00:00.000Z"}""";

    static final String FRIEND = """
            {"user":""" + ANA + """
            ,"since":"2026-06-04T07:15:00.000Z"}""";

    static final String REQUESTS = "{\"items\":[" + REQUEST + "],\"next\":null,\"total\":1}";

    static final String FRIENDS = "{\"items\":[" + FRIEND + "],\"next\":null,\"total\":1}";

    private Examples() {}
}
