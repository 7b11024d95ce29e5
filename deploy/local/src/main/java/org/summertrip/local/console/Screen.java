package org.summertrip.local.console;

import java.io.PrintStream;

/** Writes whole lines, each with the name of who says it in front. */
public final class Screen {

    private static final int WIDTH = 17;

    private final PrintStream output;
    private final Palette palette;

    public Screen(PrintStream output, Palette palette) {
        this.output = output;
        this.palette = palette;
    }

    public void say(String name, String line) {
        String padding = " ".repeat(Math.max(0, WIDTH - name.length()));
        output.println(palette.name(name) + padding + " │ " + line);
    }

    /** Of the suite itself. */
    public void progress(String line) {
        say("summer-trip", line);
    }

    /** Without a name in front, for what should be easy to copy. */
    public void plain(String text) {
        output.println(text);
    }
}
