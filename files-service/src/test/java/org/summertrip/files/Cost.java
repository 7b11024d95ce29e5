package org.summertrip.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What moving content costs: how long it takes, and how much processor time each of the processes spends on it. */
final class Cost {
    private final Map<String, ProcessHandle> processes;
    private final long bytes;
    private final List<Double> rates = new ArrayList<>();
    private final Map<String, Duration> spent = new LinkedHashMap<>();

    Cost(Map<String, ProcessHandle> processes, long bytes) {
        this.processes = processes;
        this.bytes = bytes;
    }

    void of(Callable<?> transfer) throws Exception {
        Map<String, Duration> spentBefore = spentSoFar();
        long before = System.nanoTime();
        transfer.call();
        rates.add(bytes / 1e6 / ((System.nanoTime() - before) / 1e9));
        spentSoFar().forEach((name, now) -> spent.merge(name, now.minus(spentBefore.get(name)), Duration::plus));
    }

    /** The warming up does not count. */
    void forget() {
        rates.clear();
        spent.clear();
    }

    /** Megabytes per second, the median. */
    double rate() {
        List<Double> sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Seconds of processor time per gigabyte, by process. */
    @Override
    public String toString() {
        double gigabytes = bytes / 1e9 * rates.size();
        return spent.entrySet().stream()
                .map(entry ->
                        "%s %.2f".formatted(entry.getKey(), entry.getValue().toMillis() / 1e3 / gigabytes))
                .collect(Collectors.joining(", ", "%.0f MB/s (CPU s/GB: ".formatted(rate()), ")"));
    }

    private Map<String, Duration> spentSoFar() {
        Map<String, Duration> soFar = new LinkedHashMap<>();
        processes.forEach((name, process) ->
                soFar.put(name, process.info().totalCpuDuration().orElse(Duration.ZERO)));
        return soFar;
    }
}
