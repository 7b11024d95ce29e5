package org.summertrip.users;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many callers at once, each on a thread of its own: parallel streams have no more threads than the machine has cores. */
public final class Together {
    private Together() {}

    /** What each of the callers got, in their order. */
    public static <T> List<T> all(int callers, IntFunction<T> call) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<T>> calls = IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(i -> () -> call.apply(i))
                    .toList();
            return threads.invokeAll(calls).stream().map(Together::result).toList();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
