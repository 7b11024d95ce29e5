package org.summertrip.gateway.console;

import java.util.Map;

/**
 * A part of the page.
 *
 * @param name relative to {@code /console/}
 */
record ConsoleFile(String name, byte[] content) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");

    String type() {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }
}
