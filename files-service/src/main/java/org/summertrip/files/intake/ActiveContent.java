package org.summertrip.files.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether content is of the kind that is run rather than looked at, by its first bytes and by the ending of its name. Stricter than
 * a detector, which wants to be right: here whatever a lenient browser might take for a page counts as one.
 */
final class ActiveContent {
    /** How many of the first bytes are looked at. */
    private static final int SAMPLE = 512;

    private static final List<String> BEGINNINGS = List.of(
            "<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?xml", "<?php", "<%", "<!--", "#!");
    private static final List<String> MAGIC = List.of(
            "MZ",
            "\u007fELF",
            "\u00ca\u00fe\u00ba\u00be",
            "\u00fe\u00ed\u00fa\u00ce",
            "\u00fe\u00ed\u00fa\u00cf",
            "\u00cf\u00fa\u00ed\u00fe",
            "\u00ce\u00fa\u00ed\u00fe");
    private static final Set<String> ENDINGS = Set.of(
            "apk", "app", "bat", "cmd", "com", "dmg", "exe", "hta", "htm", "html", "jar", "js", "jse", "lnk", "mjs",
            "msi", "php", "ps1", "py", "scr", "sh", "svg", "svgz", "vbs", "wsf", "xht", "xhtml", "xml", "xsl");

    private ActiveContent() {}

    static boolean is(String filename, byte[] head, int length) {
        String ending = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ENDINGS.contains(ending)) {
            return true;
        }
        String bytes = new String(head, 0, Math.min(length, SAMPLE), StandardCharsets.ISO_8859_1);
        String text = bytes.replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
        return MAGIC.stream().anyMatch(bytes::startsWith) || BEGINNINGS.stream().anyMatch(text::startsWith);
    }
}
