package org.summertrip.files.file;

import java.text.Normalizer;

/** What people call their files: any script, any length up to a limit, never a path. */
public final class Filename {
    /** In code points; what file systems bear, too. */
    public static final int LONGEST = 255;

    private Filename() {}

    /**
     * The name as it is kept and looked up: the last segment of whatever path came with it, composed (NFC, since systems differ in
     * how they spell é), without control characters and without the marks that reverse the direction of text, by which
     * {@code gpj.exe} can be made to look like a picture. Empty if nothing is left that names a file.
     */
    public static String clean(String raw) {
        String name = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(Filename::isHarmless)
                .forEach(kept::appendCodePoint);
        String clean = kept.toString().strip();
        return clean.equals(".") || clean.equals("..") ? "" : clean;
    }

    public static boolean isTooLong(String name) {
        return name.codePointCount(0, name.length()) > LONGEST;
    }

    private static boolean isHarmless(int character) {
        boolean reversesText = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        boolean loneSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !reversesText && !loneSurrogate && !Character.isISOControl(character);
    }
}
