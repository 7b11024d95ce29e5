package org.summertrip.users.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names without case and accents. Made here rather than by the database, because PostgreSQL's {@code unaccent} is an extension
 * that managed servers may lack and that no index may use without a wrapper.
 */
public final class SearchKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private SearchKey() {}

    /** {@code "Zoë  Ñandú"} becomes {@code "zoe nandu"}; null becomes the empty text. */
    public static String of(String text) {
        if (text == null) {
            return "";
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BLANKS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** A pattern for {@code like … escape '\'} that finds keys which start like this text. */
    public static String likePrefix(String start) {
        return escape(of(start)) + "%";
    }

    /** The same for the start of any word, in a key that has a blank before each word. */
    public static String likeWord(String start) {
        return "% " + escape(of(start)) + "%";
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
