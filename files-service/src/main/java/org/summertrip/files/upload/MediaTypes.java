package org.summertrip.files.upload;

import java.util.Locale;
import java.util.regex.Pattern;

/** The media type that a client declares; believed, but never more than its syntax allows. */
final class MediaTypes {
    static final String UNKNOWN = "application/octet-stream";

    private static final int LONGEST = 200;
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]+";
    private static final Pattern SYNTAX = Pattern.compile(
            TOKEN + "/" + TOKEN + "(?:\\s*;\\s*" + TOKEN + "=(?:" + TOKEN + "|\"[A-Za-z0-9 ._+:/-]*\"))*");

    private MediaTypes() {}

    static boolean isValid(String declared) {
        return declared.length() <= LONGEST && SYNTAX.matcher(declared).matches();
    }

    /** The type in lower case, its parameters as they are. */
    static String normal(String valid) {
        int parameters = valid.indexOf(';');
        return parameters < 0
                ? valid.toLowerCase(Locale.ROOT)
                : valid.substring(0, parameters).strip().toLowerCase(Locale.ROOT) + valid.substring(parameters);
    }
}
