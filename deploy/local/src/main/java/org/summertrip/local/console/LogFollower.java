package org.summertrip.local.console;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Shows several logs on one screen. It reads the files that the processes write: a pipe in between would make every
 * process wait for this screen, and die with it.
 */
public final class LogFollower implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 200;
    private static final long LAST_LINES_MILLIS = 2_000;

    private final List<FollowedLog> logs = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "log-follower");
    private final Screen screen;

    public LogFollower(Screen screen) {
        this.screen = screen;
        thread.setDaemon(true);
        thread.start();
    }

    /** What is in it already has been seen, or is of an earlier run. */
    public void follow(String name, Path file, boolean warningsOnly) {
        logs.add(new FollowedLog(name, file, warningsOnly));
    }

    private void run() {
        try {
            while (true) {
                show();
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException closed) {
            show();
        }
    }

    private void show() {
        for (FollowedLog log : logs) {
            log.news().forEach(line -> screen.say(log.name(), line));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LAST_LINES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
