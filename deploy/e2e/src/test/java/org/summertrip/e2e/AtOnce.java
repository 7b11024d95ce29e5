package org.summertrip.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Things that are done at the same moment. */
final class AtOnce {
    private AtOnce() {}

    /** Begins all of them together; their answers in the order of the tasks. */
    static <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        CountDownLatch ready = new CountDownLatch(tasks.size());
        return by(
                tasks.size(),
                tasks.stream()
                        .<Callable<T>>map(task -> () -> {
                            ready.countDown();
                            ready.await();
                            return task.call();
                        })
                        .toList());
    }

    /** The same again and again, told the how manieth. */
    static <T> List<Callable<T>> times(int count, IntFunction<T> task) {
        return IntStream.range(0, count)
                .<Callable<T>>mapToObj(i -> () -> task.apply(i))
                .toList();
    }

    /** Has somebody else do it meanwhile. */
    static <T> CompletableFuture<T> meanwhile(Callable<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        done.complete(task.call());
                    } catch (Exception | AssertionError failure) {
                        done.completeExceptionally(failure);
                    }
                })
                .start();
        return done;
    }

    /** Has so many hands do them, one after the other each. */
    static <T> List<T> by(int hands, List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(hands);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) failure.getCause();
        } finally {
            threads.shutdownNow();
        }
    }
}
