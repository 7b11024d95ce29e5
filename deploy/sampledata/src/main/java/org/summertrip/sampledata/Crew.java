package org.summertrip.sampledata;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A few hands that work through a list; the first mishap ends the work. */
final class Crew implements AutoCloseable {

    private final ExecutorService hands;

    Crew(int size) {
        hands = Executors.newFixedThreadPool(size, task -> {
            var thread = new Thread(task, "sample-data");
            thread.setDaemon(true);
            return thread;
        });
    }

    <T> void each(List<T> work, Consumer<T> step) {
        var pending = new ArrayList<Future<?>>();
        work.forEach(item -> pending.add(hands.submit(() -> step.accept(item))));
        try {
            for (Future<?> item : pending) {
                item.get();
            }
        } catch (ExecutionException e) {
            pending.forEach(item -> item.cancel(true));
            throw e.getCause() instanceof LoadException mishap
                    ? mishap
                    : new LoadException("sample data: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            pending.forEach(item -> item.cancel(true));
            Thread.currentThread().interrupt();
            throw new LoadException("interrupted", e);
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
