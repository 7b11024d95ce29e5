package org.summertrip.local.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A log that grows, and now and then begins anew: what was added since one last looked. */
final class FollowedLog {

    private static final int MOST_AT_ONCE = 1 << 20;

    /** What every JVM says first about the option that deploy/up gives to all of them. */
    private static final String REMARK = "Picked up JAVA_TOOL_OPTIONS";

    private final String name;
    private final Path file;
    private final boolean warningsOnly;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private Object identity;
    private long position;
    private Severity last = Severity.QUIET;

    FollowedLog(String name, Path file, boolean warningsOnly) {
        this.name = name;
        this.file = file;
        this.warningsOnly = warningsOnly;
        identity = identity();
        position = file.toFile().length();
    }

    String name() {
        return name;
    }

    /** Whole lines only; the rest of the last one comes next time. */
    List<String> news() {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            Object current = identity();
            if (!Objects.equals(current, identity) || log.length() < position) {
                identity = current;
                position = 0;
                unfinished.reset();
            }
            byte[] added = new byte[(int) Math.min(log.length() - position, MOST_AT_ONCE)];
            log.seek(position);
            log.readFully(added);
            position += added.length;
            return worthShowing(added);
        } catch (IOException notThereYet) {
            return List.of();
        }
    }

    /** Another one means that the log was put aside and begun anew. */
    private Object identity() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException notThereYet) {
            return null;
        }
    }

    private List<String> worthShowing(byte[] added) {
        var lines = new ArrayList<String>();
        for (byte each : added) {
            if (each != '\n') {
                unfinished.write(each);
                continue;
            }
            String line = unfinished.toString(StandardCharsets.UTF_8).stripTrailing();
            unfinished.reset();
            last = Severity.of(line).orElse(last);
            if ((!warningsOnly || last == Severity.WARNING) && !line.startsWith(REMARK)) {
                lines.add(line);
            }
        }
        return lines;
    }
}
