package org.summertrip.stores.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Signals that Java cannot send by itself: PostgreSQL ends on INT what it would wait out for ever on TERM. */
public final class Signals {

    private Signals() {}

    /**
     * Asks to stop, waits, and insists when time is up.
     *
     * @return whether asking was enough
     */
    public static boolean stop(RunFile target, Duration patience) throws InterruptedException {
        send(target.pid(), target.signal());
        if (ended(target, patience)) {
            return true;
        }
        killTree(target);
        return false;
    }

    /** SIGKILL for the process and all its descendants, at once. */
    public static void killTree(RunFile target) throws InterruptedException {
        var process = target.process();
        if (process.isEmpty()) {
            return;
        }
        List<RunFile> family = Stream.concat(process.stream(), process.get().descendants())
                .map(member -> RunFile.of(member, 0, "KILL"))
                .toList();
        family.forEach(member -> send(member.pid(), "KILL"));
        for (RunFile member : family) {
            ended(member, Duration.ofSeconds(10));
        }
    }

    /** Waits by asking, because a process of somebody else's cannot be waited for. */
    private static boolean ended(RunFile target, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (target.process().isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    public static void send(long pid, String signal) {
        try {
            // the shell's own kill: /bin/kill is missing in small images
            new ProcessBuilder("sh", "-c", "kill -\"$0\" \"$1\"", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException noShell) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }
}
