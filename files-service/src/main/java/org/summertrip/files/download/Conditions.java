package org.summertrip.files.download;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.summertrip.files.HttpDate;
import org.summertrip.files.file.StoredFile;

/** What a reader knows already, and what part it wants (RFC 9110, 13 and 14). */
record Conditions(String ifNoneMatch, String ifModifiedSince, String range, String ifRange) {
    static String etag(StoredFile file) {
        return '"' + file.sha256() + '"';
    }

    static String lastModified(StoredFile file) {
        return HttpDate.of(file.createdAt());
    }

    /** Whether the reader has it. A date is asked for only where there is no tag. */
    boolean holds(StoredFile file) {
        if (ifNoneMatch == null) {
            return HttpDate.read(ifModifiedSince)
                    .filter(known -> !modified(file).isAfter(known))
                    .isPresent();
        }
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag(file)));
    }

    /** The part to send; with an If-Range that names something else the whole. */
    Slice slice(StoredFile file) {
        boolean same = ifRange == null
                || ifRange.strip().equals(etag(file))
                || HttpDate.read(ifRange).filter(modified(file)::equals).isPresent();
        return Slice.of(same ? range : null, file.size());
    }

    private static Instant modified(StoredFile file) {
        return file.createdAt().truncatedTo(ChronoUnit.SECONDS);
    }
}
