package org.summertrip.stores.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What is written down about a running process, so that another supervisor can find it after this one was killed. The
 * start time is there because process ids are recycled: without it, cleaning up could kill a stranger.
 *
 * @param port where it listens, 0 if it does not
 * @param signal what makes it stop in good order
 */
public record RunFile(long pid, long startedAt, int port, String signal) {

    /** Start times come from the clock of the boot, which moves a little when the machine's clock is corrected. */
    private static final long TOLERANCE_MILLIS = 2_000;

    public static RunFile of(ProcessHandle process, int port, String signal) {
        return new RunFile(process.pid(), startOf(process), port, signal);
    }

    public static Optional<RunFile> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
            return Optional.of(new RunFile(
                    Long.parseLong(lines.getProperty("pid")),
                    Long.parseLong(lines.getProperty("started")),
                    Integer.parseInt(lines.getProperty("port")),
                    lines.getProperty("signal")));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            try (Writer writer = Files.newBufferedWriter(draft)) {
                writer.write("pid=%d%nstarted=%d%nport=%d%nsignal=%s%n".formatted(pid, startedAt, port, signal));
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The process, if it is still this one and not only a zombie that nobody has reaped. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - startedAt) <= TOLERANCE_MILLIS)
                .filter(process -> !isZombie(process.pid()));
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException noSuchFile) {
            return false;
        }
    }
}
