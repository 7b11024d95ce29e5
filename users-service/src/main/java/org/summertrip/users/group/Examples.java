package org.summertrip.users.group;

/** What the documentation shows. */
final class Examples {
    static final String GROUP = """
            {"id":"019a5f40-11aa-7c3d-8e21-7d6f5e4c3b2a","name":"Lisbon in September","description":null,"destination":"Lisbon",\
            "timeZone":"Europe/Lisbon","startsOn":"2027-09-03","endsOn":"2027-09-10","visibility":"open","maxMembers":12,\
            "memberCount":1,"myRole":"owner","createdBy":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49",\
            "createdAt":"2026-06-01T08:31:00.000Z","updatedAt":"2026-06-01T08:31:00.000Z"}""";

    static final String MEMBER = """
            {"userId":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","role":"member","state":"active",\
            "joinedAt":"2026-06-01T08:35:00.000Z","user":{"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana",\
            "lastName":"Silva","avatarFileId":null,"createdAt":"2026-06-01T08:30:00.000Z",\
            "updatedAt":"2026-06-01T08:30:00.000Z"}}""";

    private Examples() {}
}
