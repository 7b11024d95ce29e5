package org.summertrip.local;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Several things at once; the first that fails ends the waiting for the others. */
final class InParallel {

    /** A step that may fail and may be interrupted. */
    interface Step {
        void run() throws InterruptedException;
    }

    private InParallel() {}

    static void run(List<Step> steps) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, steps.size()));
        try {
            CompletionService<Void> service = new ExecutorCompletionService<>(threads);
            steps.forEach(step -> service.submit(callable(step)));
            for (int done = 0; done < steps.size(); done++) {
                service.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new SuiteException(e.getCause().toString(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Void> callable(Step step) {
        return () -> {
            step.run();
            return null;
        };
    }
}
