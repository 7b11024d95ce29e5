package org.summertrip.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory. From /proc where there is one: small images have no ps. */
final class Memory {

    private Memory() {}

    /**
     * In kilobytes, of a process and all its descendants. What these share is counted for each of them, so for
     * PostgreSQL it is more than the truth; it is never less.
     */
    static long ofFamily(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(member -> of(member.pid()))
                .sum();
    }

    static long of(ProcessHandle process) {
        return of(process.pid());
    }

    private static long of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException noProc) {
            return byPs(pid);
        }
    }

    private static long byPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return kilobytes.isEmpty() ? 0 : Long.parseLong(kilobytes);
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }
}
