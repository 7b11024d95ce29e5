package org.summertrip.gateway.process;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Callers that ask at a steady rate, whether or not they are answered, or each again as soon as it is answered. */
final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 64;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setMaxWaitQueueSize(100_000));
    private final HttpMethod method;
    private final Map<String, String> headers;

    Load(HttpMethod method, Map<String, String> headers) {
        this.method = method;
        this.headers = headers;
    }

    /** So many requests per second, one address after the other. */
    Outcome steadily(List<URI> addresses, int perSecond, Duration duration) {
        Run run = new Run(addresses);
        long begin = System.nanoTime();
        long wanted = duration.toMillis() * perSecond / 1000;
        vertx.setPeriodic(1, tick -> {
            long due = Math.min(wanted, (System.nanoTime() - begin) * perSecond / 1_000_000_000L);
            while (run.sent < due) {
                run.ask(() -> {});
            }
            if (run.sent == wanted) {
                vertx.cancelTimer(tick);
                run.last();
            }
        });
        return run.outcome();
    }

    /** So many callers, each of which waits for nothing but its answer. */
    Outcome eagerly(URI address, int callers, Duration duration) {
        Run run = new Run(List.of(address));
        long end = System.nanoTime() + duration.toNanos();
        vertx.runOnContext(here -> {
            for (int caller = 0; caller < callers; caller++) {
                again(run, end);
            }
        });
        return run.outcome();
    }

    private void again(Run run, long end) {
        if (System.nanoTime() < end) {
            run.ask(() -> again(run, end));
        } else {
            run.last();
        }
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /**
     * What became of them.
     *
     * @param statuses how often each was answered; 0 for no answer
     * @param micros how long each took, in ascending order
     * @param seconds when each answer with a status below 400 came, in seconds since the beginning
     */
    record Outcome(Map<Integer, Integer> statuses, long[] micros, double[] seconds, Duration took) {
        int count() {
            return micros.length;
        }

        double perSecond() {
            return count() * 1e9 / took.toNanos();
        }

        double millis(double quantile) {
            return micros[(int) Math.min(micros.length - 1, micros.length * quantile)] / 1000.0;
        }
    }

    /** Everything in it happens on one event loop but the waiting. */
    private final class Run {
        private final List<URI> addresses;
        private final long begin = System.nanoTime();
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private final CountDownLatch over = new CountDownLatch(1);
        private long[] micros = new long[1024];
        private double[] seconds = new double[1024];
        private int admitted;
        private int answered;
        private long sent;
        private boolean complete;

        private Run(List<URI> addresses) {
            this.addresses = addresses;
        }

        private void ask(Runnable then) {
            URI address = addresses.get((int) (sent++ % addresses.size()));
            long asked = System.nanoTime();
            RequestOptions options = new RequestOptions()
                    .setMethod(method)
                    .setHost(address.getHost())
                    .setPort(address.getPort())
                    .setURI(address.getPath());
            headers.forEach(options::putHeader);
            client.request(options)
                    .compose(HttpClientRequest::send)
                    .compose(answer -> answer.end().map(answer))
                    .map(HttpClientResponse::statusCode)
                    .otherwise(0)
                    .onComplete(status -> {
                        count(status.result(), asked);
                        then.run();
                    });
        }

        private void count(int status, long asked) {
            long now = System.nanoTime();
            statuses.merge(status, 1, Integer::sum);
            if (answered == micros.length) {
                micros = Arrays.copyOf(micros, answered * 2);
            }
            micros[answered++] = (now - asked) / 1000;
            if (status > 0 && status < 400) {
                if (admitted == seconds.length) {
                    seconds = Arrays.copyOf(seconds, admitted * 2);
                }
                seconds[admitted++] = (now - begin) / 1e9;
            }
            endIfOver();
        }

        private void last() {
            complete = true;
            endIfOver();
        }

        private void endIfOver() {
            if (complete && answered == sent) {
                over.countDown();
            }
        }

        private Outcome outcome() {
            try {
                if (!over.await(5, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("still unanswered: " + (sent - answered));
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            long[] sorted = Arrays.copyOf(micros, answered);
            Arrays.sort(sorted);
            return new Outcome(statuses, sorted, Arrays.copyOf(seconds, admitted), took);
        }
    }
}
