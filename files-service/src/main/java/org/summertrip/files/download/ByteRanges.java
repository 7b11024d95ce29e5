package org.summertrip.files.download;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.objects.ByteSource;
import org.summertrip.files.objects.JoinedSource;

/**
 * Several parts of a content in one answer (RFC 9110, 14.6). The digest of the content serves as the boundary, since no content
 * holds its own.
 */
final class ByteRanges {
    private final StoredFile file;
    private final List<Slice.Part> parts;
    private final String boundary;

    ByteRanges(StoredFile file, List<Slice.Part> parts) {
        this.file = file;
        this.parts = parts;
        this.boundary = file.sha256();
    }

    String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    long length() {
        long content = parts.stream().mapToLong(Slice.Part::length).sum();
        long heads = parts.stream().mapToLong(part -> head(part).length()).sum();
        return content + heads + end().length();
    }

    ByteSource source(Function<Slice.Part, Uni<? extends ByteSource>> open) {
        List<Supplier<Uni<ByteSource>>> pieces = new ArrayList<>();
        for (Slice.Part part : parts) {
            pieces.add(JoinedSource.bytes(head(part)));
            pieces.add(() -> open.apply(part).map(opened -> opened));
        }
        pieces.add(JoinedSource.bytes(end()));
        return new JoinedSource(length(), pieces);
    }

    private Buffer head(Slice.Part part) {
        return Buffer.buffer("\r\n--" + boundary + "\r\nContent-Type: " + file.contentType()
                + "\r\nContent-Range: bytes " + part.first() + "-" + part.last() + "/" + file.size() + "\r\n\r\n");
    }

    private Buffer end() {
        return Buffer.buffer("\r\n--" + boundary + "--\r\n");
    }
}
