package org.summertrip.files.file;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What a browser shall do with the content (RFC 6266). Only pictures, sound, film, plain text and PDF are shown in place;
 * everything else, and whatever looks like a program or a page, is offered for saving.
 */
public final class ContentDisposition {
    private static final Set<String> SHOWN = Set.of("image", "audio", "video");
    private static final Set<String> ALSO_SHOWN = Set.of("text/plain", "application/pdf");
    private static final String UNRESERVED_BESIDES_ALPHANUMERIC = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    public static String of(StoredFile file) {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(isShown(file) ? "inline" : "attachment", ascii(file.filename()), encoded(file.filename()));
    }

    private static boolean isShown(StoredFile file) {
        String type = file.contentType().split(";", 2)[0].strip();
        boolean picture = SHOWN.contains(type.split("/", 2)[0]) && !type.startsWith("image/svg");
        return !file.active() && (picture || ALSO_SHOWN.contains(type));
    }

    /** For readers that know no better: what is not plain ASCII becomes an underscore. */
    private static String ascii(String filename) {
        StringBuilder plain = new StringBuilder();
        filename.codePoints().forEach(character -> {
            boolean harmless = character >= 0x20 && character < 0x7F && "\"\\%".indexOf(character) < 0;
            plain.append(harmless ? (char) character : '_');
        });
        return plain.toString();
    }

    /** RFC 8187. */
    private static String encoded(String filename) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : filename.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean alphanumeric = character < 0x80 && Character.isLetterOrDigit(character);
            if (alphanumeric || UNRESERVED_BESIDES_ALPHANUMERIC.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append("%%%02X".formatted((int) character));
            }
        }
        return encoded.toString();
    }
}
