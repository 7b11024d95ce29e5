package org.summertrip.files;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A multipart/form-data body, byte for byte as the test wants it. */
public final class Form {
    public static final String CONTENT_TYPE = "multipart/form-data; boundary=----boundary42";

    private final List<InputStream> pieces = new ArrayList<>();

    private Form() {}

    public static Form empty() {
        return new Form();
    }

    public static Form file(String filename, String contentType, byte[] content) {
        return empty().and("file", filename, contentType, new ByteArrayInputStream(content));
    }

    public static Form file(String filename, String contentType, InputStream content) {
        return empty().and("file", filename, contentType, content);
    }

    /** Adds a part; without file name or type where those are null. */
    public Form and(String name, String filename, String contentType, InputStream content) {
        String disposition = "Content-Disposition: form-data; name=\"" + name + '"'
                + (filename == null ? "" : "; filename=\"" + filename.replace("\"", "%22") + '"');
        return part(disposition + (contentType == null ? "" : "\r\nContent-Type: " + contentType), content);
    }

    /** Adds a part with these very headers. */
    public Form part(String headers, InputStream content) {
        text("------boundary42\r\n" + headers + "\r\n\r\n");
        pieces.add(content);
        text("\r\n");
        return this;
    }

    /** The body. Can be read once. */
    public InputStream body() {
        text("------boundary42--\r\n");
        return cutOff();
    }

    /** The body without its end. */
    public InputStream cutOff() {
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    private void text(String text) {
        pieces.add(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
