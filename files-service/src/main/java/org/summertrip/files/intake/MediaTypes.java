package org.summertrip.files.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/** The media type that a client declares; kept as it is, but never more than its syntax allows. */
public final class MediaTypes {
    static final String UNKNOWN = "application/octet-stream";

    private static final int LONGEST = 200;
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]+";
    private static final Pattern SYNTAX = Pattern.compile(
            TOKEN + "/" + TOKEN + "(?:\\s*;\\s*" + TOKEN + "=(?:" + TOKEN + "|\"[A-Za-z0-9 ._+:/-]*\"))*");

    private MediaTypes() {}

    public static boolean isValid(String declared) {
        return declared.length() <= LONGEST && SYNTAX.matcher(declared).matches();
    }

    /** The type in lower case, its parameters as they are. */
    public static String normal(String valid) {
        int parameters = valid.indexOf(';');
        return parameters < 0 ? essence(valid) : essence(valid) + valid.substring(parameters);
    }

    /** The type in lower case without its parameters. */
    static String essence(String valid) {
        return valid.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
