package org.summertrip.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The multipart body of one file as browsers write it: the name in UTF-8. REST-assured's own garbles names beyond ASCII. */
final class FilePart {
    static final String BOUNDARY = "----summer-trip-boundary";

    private FilePart() {}

    static byte[] of(String filename, String contentType, byte[] content) {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(BOUNDARY, filename, contentType);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
