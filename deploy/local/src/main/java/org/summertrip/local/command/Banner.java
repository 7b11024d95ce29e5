package org.summertrip.local.command;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.summertrip.local.Login;
import org.summertrip.local.Suite;
import org.summertrip.local.console.Palette;

/** The last words of a successful start: everything that one needs to begin. */
final class Banner {

    /** Always the last line; {@link DetachedUp} waits for it. */
    static final String END = "-".repeat(78);

    private final Palette palette;

    Banner(Palette palette) {
        this.palette = palette;
    }

    String of(Suite suite, UpOptions options, List<Login> logins, Duration took, long memory) {
        URI gateway = suite.gateway();
        var text = new StringBuilder(END).append('\n');
        text.append(palette.strong("Summer-Trip is ready after %.1f s, %s in all"
                        .formatted(took.toMillis() / 1e3, StatusTable.megabytes(memory))))
                .append("\n\n");
        row(text, "API", gateway.toString());
        row(text, "console", gateway.resolve("/").toString());
        row(text, "documentation", gateway.resolve("/api/docs").toString());
        for (Login login : logins) {
            row(text, "log in as", "%s  password %s".formatted(login.email(), login.password()));
        }
        row(text, "logs", suite.home().directory().resolve("logs").toString());
        row(text, "state", "deploy/status" + homeOption(options));
        row(text, "stop", (options.background() ? "" : "Ctrl-C, or ") + "deploy/down" + homeOption(options));
        return text.append(END).toString();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append("  %-14s %s%n".formatted(name, value));
    }

    private static String homeOption(UpOptions options) {
        return options.homeIsDefault() ? "" : " --home " + options.home().directory();
    }
}
