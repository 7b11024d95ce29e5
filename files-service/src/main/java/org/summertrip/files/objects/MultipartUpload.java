package org.summertrip.files.objects;

import io.minio.messages.Part;
import java.util.ArrayList;
import java.util.List;

/** An unfinished multipart upload and the parts that it has. */
public final class MultipartUpload {
    private final String key;
    private final String uploadId;
    private final List<Part> parts = new ArrayList<>();

    MultipartUpload(String key, String uploadId) {
        this.key = key;
        this.uploadId = uploadId;
    }

    String key() {
        return key;
    }

    String uploadId() {
        return uploadId;
    }

    int nextNumber() {
        return parts.size() + 1;
    }

    void add(String etag) {
        parts.add(new Part(nextNumber(), etag));
    }

    Part[] parts() {
        return parts.toArray(Part[]::new);
    }
}
