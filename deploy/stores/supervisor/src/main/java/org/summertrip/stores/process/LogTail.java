package org.summertrip.stores.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for a message that should spare its reader the search. */
public final class LogTail {

    private static final int LINES = 12;
    private static final int BYTES = 4_000;

    private LogTail() {}

    public static String of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - BYTES);
            byte[] end = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8)
                    .lines()
                    .skip(start > 0 ? 1 : 0)
                    .toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return "Its log, " + log + ", ends with:\n    " + String.join("\n    ", last);
        } catch (IOException unreadable) {
            return "Its log would be " + log + ".";
        }
    }
}
