package org.summertrip.files.upload;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.summertrip.files.file.Filename;
import org.summertrip.files.intake.MediaTypes;
import org.summertrip.files.intake.Staging;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/**
 * Understands the form: exactly one part, {@code file}, with a name. Fed with whatever the socket yields; says no as soon as
 * something is wrong.
 */
final class FormReader implements FormParser.Parts {
    private static final String PART = "file";
    private static final String IN = "form";
    private static final Set<String> PLAIN = Set.of("", "7bit", "8bit", "binary");
    /** Boundaries and part headers; everything in a form that is not content. */
    private static final int MOST_FRAMING = 64 * 1024;

    private static final int LONGEST_NAME_SHOWN = 100;

    private final Staging staging;
    private final long maxBytes;
    private final FormParser parser;
    private boolean hasFile;
    private long framing;

    FormReader(Staging staging, long maxBytes, String formType) {
        this.staging = staging;
        this.maxBytes = maxBytes;
        String boundary = ContentParameters.of(formType).getOrDefault("boundary", "");
        if (boundary.isEmpty() || boundary.length() > 200) {
            throw ProblemException.invalid("Content-Type", "header", "must name the boundary of the form");
        }
        parser = new FormParser(boundary, this);
    }

    void read(ByteBuffer bytes) {
        long contentBefore = staging.size();
        int length = bytes.remaining();
        parser.read(bytes);
        framing += length - (staging.size() - contentBefore);
        if (framing > MOST_FRAMING) {
            throw new ProblemException(CommonError.TOO_LARGE, "The form has too much around its file");
        }
    }

    /** To be called at the end of the body. */
    void end() {
        if (!hasFile) {
            throw ProblemException.invalid(PART, IN, "is required");
        }
        if (!parser.hasEnded()) {
            throw FormParser.malformed();
        }
    }

    @Override
    public void begin(Map<String, String> headers) {
        Map<String, String> disposition = ContentParameters.of(header(headers, "Content-Disposition"));
        String name = disposition.getOrDefault("name", "");
        if (!name.equals(PART)) {
            String shown = name.substring(0, Math.min(name.length(), LONGEST_NAME_SHOWN));
            throw ProblemException.invalid(shown, IN, "is not a known part; there is only: " + PART);
        }
        if (hasFile) {
            throw ProblemException.invalid(PART, IN, "must be given once; one upload takes one file");
        }
        if (!PLAIN.contains(header(headers, "Content-Transfer-Encoding").toLowerCase(Locale.ROOT))) {
            throw ProblemException.invalid(PART, IN, "must not have a Content-Transfer-Encoding (RFC 7578, 4.7)");
        }
        hasFile = true;
        staging.describe(
                filename(disposition.getOrDefault("filename", "")), contentType(header(headers, "Content-Type")));
    }

    private static String filename(String raw) {
        String name = Filename.clean(raw);
        if (name.isEmpty()) {
            throw ProblemException.invalid(PART, IN, "must have a file name");
        }
        if (Filename.isTooLong(name)) {
            throw ProblemException.invalid(
                    PART, IN, "must have a file name of at most " + Filename.LONGEST + " characters");
        }
        return name;
    }

    /** The declared type, or null where there is none. */
    private static String contentType(String declared) {
        if (declared.isEmpty()) {
            return null;
        }
        if (!MediaTypes.isValid(declared)) {
            throw ProblemException.invalid(PART, IN, "must have a valid Content-Type, or none");
        }
        return MediaTypes.normal(declared);
    }

    @Override
    public void content(ByteBuffer bytes) {
        if (staging.size() + bytes.remaining() > maxBytes) {
            throw new ProblemException(CommonError.TOO_LARGE, "A file may have at most " + maxBytes + " bytes");
        }
        staging.append(bytes);
    }

    private static String header(Map<String, String> headers, String name) {
        return headers.getOrDefault(name, "");
    }
}
