package org.summertrip.users.user;

/** What the documentation shows. */
final class Examples {
    static final String USER = """
            {"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","email":"ana.silva@example.org","firstName":"Ana","lastName":"Silva",\
            "avatarFileId":null,"locale":null,"createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"}""";

    static final String PUBLIC_USER = """
            {"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana","lastName":"Silva","avatarFileId":null,\
            "createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"}""";

    private Examples() {}
}
