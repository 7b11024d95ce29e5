package org.summertrip.files.file;

/** What the API's documentation shows. */
public final class Examples {
    public static final String FILE = """
            {"id":"0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b","ownerId":"0199a000-1111-7222-8333-444455556666",
            "filename":"Belém tower.jpg","size":2481032,"contentType":"image/jpeg",
            "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "groupId":"0199a0ff-2222-7333-8444-555566667777","createdAt":"2026-07-01T09:30:00.125Z",
            "width":4032,"height":3024,
            "url":"/storage/download/0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"}""";

    private Examples() {}
}
