package org.summertrip.sampledata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * The public API as a patient client sees it: 429 and 503 are tried again after the pause that they ask for, and a 404
 * may be waited out, because what one service was told reaches the others as an event a moment later.
 */
final class Gateway {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_REQUESTED_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_EXCERPT = 500;

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final Duration patience;

    /** @param patience how long one call may take, with all its repetitions */
    Gateway(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /** An answer with one of these statuses, or a {@link LoadException}. */
    Answer expect(Call call, Integer... statuses) {
        return send(call, Set.of(statuses), false);
    }

    /** The same, and what is not there yet is waited for. */
    Answer await(Call call, Integer... statuses) {
        return send(call, Set.of(statuses), true);
    }

    private Answer send(Call call, Set<Integer> wanted, boolean absenceMayPass) {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            HttpResponse<byte[]> response = tryOnce(call);
            int status = response.statusCode();
            if (wanted.contains(status)) {
                return new Answer(status, read(response));
            }
            boolean mayPass = isPassing(status) || status == 404 && absenceMayPass;
            if (!mayPass || System.nanoTime() > deadline) {
                throw new LoadException(
                        "%s answers %d instead of %s: %s".formatted(call, status, wanted, excerpt(response)));
            }
            rest(requestedPause(response, pause));
            pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    /** 409 is not among them: it is what a repeated sign-up or request is told. */
    private static boolean isPassing(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    private HttpResponse<byte[]> tryOnce(Call call) {
        try {
            return client.send(call.to(address), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new LoadException("%s: no answer from %s (%s)".formatted(call, address, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadException("interrupted", e);
        }
    }

    private JsonNode read(HttpResponse<byte[]> response) {
        try {
            JsonNode body = json.readTree(new String(response.body(), StandardCharsets.UTF_8));
            return body == null ? MissingNode.getInstance() : body;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String excerpt(HttpResponse<byte[]> response) {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        return text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) + "…" : text;
    }

    private static Duration requestedPause(HttpResponse<byte[]> response, Duration otherwise) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(requested -> min(requested, LONGEST_REQUESTED_PAUSE))
                .orElse(otherwise);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadException("interrupted", e);
        }
    }
}
