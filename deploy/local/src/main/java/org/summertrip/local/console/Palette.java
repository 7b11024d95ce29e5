package org.summertrip.local.console;

import java.util.Map;

/** A colour per component, always the same, and none at all where nobody wants them. */
public record Palette(boolean colours) {

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String GREY = "90";
    private static final Map<String, String> CODES = Map.of(
            "summer-trip", "1",
            "gateway", "33",
            "users-service", "36",
            "messaging-service", "32",
            "graph-service", "35",
            "files-service", "34");

    String name(String name) {
        return colours ? "\u001b[" + CODES.getOrDefault(name, GREY) + "m" + name + RESET : name;
    }

    public String strong(String text) {
        return colours ? BOLD + text + RESET : text;
    }
}
