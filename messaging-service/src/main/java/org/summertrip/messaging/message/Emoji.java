package org.summertrip.messaging.message;

import java.util.regex.Pattern;
import org.summertrip.kit.problem.ProblemException;

/**
 * One emoji as people see it (UTS #51): a picture with its skin tone, several joined to one, a flag, a keycap. By ranges rather
 * than by the properties of Unicode, which Java 17 does not know for emoji; a symbol too many is no harm.
 */
final class Emoji {
    private static final int LONGEST = 64;

    private static final String PICTURE =
            "[\\u00A9\\u00AE\\u203C\\u2049\\u2122\\u2139\\u2190-\\u21FF\\u2300-\\u23FF\\u24C2"
                    + "\\u25A0-\\u27BF\\u2934\\u2935\\u2B00-\\u2BFF\\u3030\\u303D\\u3297\\u3299"
                    + "\\x{1F000}-\\x{1F1E5}\\x{1F200}-\\x{1F3FA}\\x{1F400}-\\x{1FAFF}]";
    private static final String TONE = "[\\x{1F3FB}-\\x{1F3FF}]";
    private static final String TAGS = "(?:[\\x{E0020}-\\x{E007E}]+\\x{E007F})?";
    private static final String ELEMENT = PICTURE + "(?:" + TONE + "|\\uFE0F)?" + TAGS;
    private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
    private static final String KEYCAP = "[0-9#*]\\uFE0F?\\u20E3";
    private static final Pattern ONE =
            Pattern.compile(FLAG + "|" + KEYCAP + "|" + TONE + "|" + ELEMENT + "(?:\\u200D" + ELEMENT + ")*");

    private Emoji() {}

    static boolean isOne(String text) {
        return text.length() <= LONGEST && ONE.matcher(text).matches();
    }

    /**
     * Passes for one emoji.
     *
     * @throws ProblemException 400 otherwise
     */
    static void demand(String text) {
        if (!isOne(text)) {
            throw ProblemException.invalid("emoji", "path", "must be one emoji");
        }
    }
}
