package org.summertrip.gateway.home;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.summertrip.gateway.Calls;
import org.summertrip.kit.trace.RequestTrace;

/**
 * Gathers what the services hand over in temporary files, because only when the last part is there is it known that the answer is a
 * 200, and in memory a few long-standing members would be too much. The files are private to the process and deleted at once.
 */
@Singleton
public class Spool {
    private static final String PATH = "/internal/export";
    private static final int OK = 200;

    private final Calls calls;
    private final ComposeConfig config;
    private final FileSystem files;

    public Spool(Calls calls, ComposeConfig config, Vertx vertx) {
        this.calls = calls;
        this.config = config;
        this.files = vertx.fileSystem();
    }

    /** All parts, or a failure that names the one that is missing. */
    Future<Parts> collect(String authorization, RequestTrace trace) {
        Map<String, Future<String>> parts = new LinkedHashMap<>();
        for (String name : List.of("users", "messaging", "graph", "files")) {
            parts.put(name, fetch(name + "-service", authorization, trace));
        }
        return Future.join(List.copyOf(parts.values()))
                .map(all -> new Parts(paths(parts)))
                .onFailure(incomplete ->
                        parts.values().stream().filter(Future::succeeded).forEach(part -> delete(part.result())));
    }

    private static Map<String, String> paths(Map<String, Future<String>> parts) {
        Map<String, String> paths = new LinkedHashMap<>();
        parts.forEach((name, part) -> paths.put(name, part.result()));
        return paths;
    }

    private Future<String> fetch(String service, String authorization, RequestTrace trace) {
        return calls.get(service, PATH, authorization, trace, config.exportDeadline())
                .compose(answer -> store(service, answer))
                .timeout(config.exportDeadline().toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(service + " does not hand over its part at the moment"));
    }

    private Future<String> store(String service, HttpClientResponse answer) {
        if (answer.statusCode() != OK) {
            answer.resume();
            return Future.failedFuture(service + " answered " + answer.statusCode());
        }
        answer.pause();
        // What breaks off while the file is being opened would otherwise go unnoticed, and be waited for.
        Promise<Void> brokenOff = Promise.promise();
        answer.exceptionHandler(brokenOff::tryFail);
        return files.createTempFile("export-", ".json", "rw-------")
                .compose(path -> files.open(path, new OpenOptions())
                        .compose(file -> brokenOff.future().isComplete()
                                ? file.close().compose(closed -> brokenOff.future())
                                : answer.pipeTo(file))
                        .onFailure(broken -> delete(path))
                        .map(path));
    }

    private void delete(String path) {
        files.delete(path);
    }

    /** What was handed over, by its name in the export. */
    final class Parts {
        private final Map<String, String> paths;

        private Parts(Map<String, String> paths) {
            this.paths = paths;
        }

        /** Writes the document, as fast as the client takes it, and forgets the parts. */
        Future<Void> send(String generatedAt, HttpServerResponse response) {
            response.setChunked(true)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader("Content-Disposition", "attachment; filename=\"summer-trip-export.json\"");
            Future<Void> written = response.write("{\"generatedAt\":\"" + generatedAt + '"');
            for (Map.Entry<String, String> part : paths.entrySet()) {
                written = written.compose(before -> response.write(",\"" + part.getKey() + "\":"))
                        .compose(before -> files.open(part.getValue(), new OpenOptions().setWrite(false)))
                        .compose(file -> file.pipe().endOnSuccess(false).to(response));
            }
            return written.compose(before -> response.end("}")).onComplete(done -> forget());
        }

        private void forget() {
            new ArrayList<>(paths.values()).forEach(Spool.this::delete);
        }
    }
}
