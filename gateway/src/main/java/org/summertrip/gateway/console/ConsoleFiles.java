package org.summertrip.gateway.console;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every file of the page, read at start. What is not listed does not exist: no name of a request ever becomes a path. */
@Startup
@Singleton
public class ConsoleFiles {
    private static final String PLACE = "console/";
    private static final List<String> NAMES = List.of(
            "index.html",
            "base.css",
            "views.css",
            "icon.svg",
            "js/api.js",
            "js/composer.js",
            "js/conversation.js",
            "js/dom.js",
            "js/files.js",
            "js/forces.js",
            "js/friends.js",
            "js/graph.js",
            "js/inbox.js",
            "js/main.js",
            "js/message.js",
            "js/notifications.js",
            "js/people.js",
            "js/session.js",
            "js/socket.js");

    private final Map<String, ConsoleFile> files =
            NAMES.stream().map(ConsoleFiles::read).collect(Collectors.toMap(ConsoleFile::name, Function.identity()));

    Optional<ConsoleFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static ConsoleFile read(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream stream = loader.getResourceAsStream(PLACE + name)) {
            if (stream == null) {
                throw new IllegalStateException("the gateway was built without " + PLACE + name);
            }
            return new ConsoleFile(name, stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
