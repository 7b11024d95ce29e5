package org.summertrip.files.tus;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.summertrip.files.file.Filename;
import org.summertrip.files.intake.MediaTypes;
import org.summertrip.kit.problem.ProblemException;

/**
 * What a client says of its upload: names and base64 values. Besides ours, the names that widespread clients use are understood.
 *
 * @param filename cleaned; {@code upload} where nothing is said
 * @param contentType null where nothing is said
 * @param groupId null where nothing is said
 */
record TusMetadata(String filename, String contentType, UUID groupId) {
    static final String HEADER = "Upload-Metadata";

    private static final String NAMELESS = "upload";

    static TusMetadata of(String header) {
        Map<String, String> pairs = parse(header == null ? "" : header.strip());
        return new TusMetadata(
                filename(pairs.getOrDefault("filename", pairs.get("name"))),
                contentType(pairs.getOrDefault("filetype", pairs.getOrDefault("contentType", ""))),
                groupId(pairs.getOrDefault("groupId", "")));
    }

    private static Map<String, String> parse(String header) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : header.isEmpty() ? new String[0] : header.split(",")) {
            String[] words = pair.strip().split(" +", 2);
            if (words[0].isEmpty() || pairs.put(words[0], words.length < 2 ? "" : decoded(words[1])) != null) {
                throw invalid("must be different names, each with a value");
            }
        }
        return pairs;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw invalid("must have its values in base64");
        }
    }

    private static String filename(String raw) {
        String name = raw == null ? NAMELESS : Filename.clean(raw);
        if (name.isEmpty() || Filename.isTooLong(name)) {
            throw invalid("must have a filename of 1 to " + Filename.LONGEST + " characters");
        }
        return name;
    }

    private static String contentType(String declared) {
        if (declared.isBlank()) {
            return null;
        }
        if (!MediaTypes.isValid(declared)) {
            throw invalid("must have a media type as filetype, or none");
        }
        return MediaTypes.normal(declared);
    }

    private static UUID groupId(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw invalid("must have a UUID as groupId, or none");
        }
    }

    private static ProblemException invalid(String message) {
        return ProblemException.invalid(HEADER, "header", message);
    }
}
