package org.summertrip.sampledata;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Capital letters of five by seven dots. Java's own fonts would be nicer, but a headless runtime without fontconfig has
 * none of them.
 */
final class Lettering {

    static final int ADVANCE = 6;
    private static final int WIDTH = 5;
    private static final int HEIGHT = 7;

    /** A to Z, five columns each, the top dot in the lowest bit. */
    private static final byte[] COLUMNS = HexFormat.of()
            .parseHex("7e1111117e" + "7f49494936" + "3e41414122" + "7f4141221c" + "7f49494941" + "7f09090901"
                    + "3e4149497a" + "7f0808087f" + "00417f4100" + "2040413f01" + "7f08142241" + "7f40404040"
                    + "7f020c027f" + "7f0408107f" + "3e4141413e" + "7f09090906" + "3e4151215e" + "7f09192946"
                    + "4649494931" + "01017f0101" + "3f4040403f" + "1f2040201f" + "3f4038403f" + "6314081463"
                    + "0708700807" + "6151494543");

    private Lettering() {}

    /** Only what can be drawn: accents dropped, everything else that is not a letter a gap. */
    static String drawable(String text) {
        return ascii(text).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", " ");
    }

    /** Accents dropped, and letters that have no plain form dropped with them. */
    static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("ł", "l")
                .replace("ß", "ss")
                .replaceAll("[^\\x20-\\x7e]", "");
    }

    /** Whether the dot at column x and row y of this line of text is set. */
    static boolean isSet(String drawable, int x, int y) {
        int index = Math.floorDiv(x, ADVANCE);
        int column = Math.floorMod(x, ADVANCE);
        if (y < 0 || y >= HEIGHT || index < 0 || index >= drawable.length() || column >= WIDTH) {
            return false;
        }
        char letter = drawable.charAt(index);
        return letter != ' ' && (COLUMNS[(letter - 'A') * WIDTH + column] >> y & 1) == 1;
    }
}
