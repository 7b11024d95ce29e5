package org.summertrip.gateway.process;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.summertrip.kit.testing.Tokens;

/** Many phones, each with an account and a socket; they come back to another gateway when theirs is gone. */
public final class Fleet implements AutoCloseable {
    /** So many at once knock at a gateway, otherwise its queue of new connections would overflow before anything is measured. */
    private static final int AT_ONCE = 100;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client;
    private final List<Phone> phones;

    public Fleet(int size) {
        client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(size * 2));
        phones = IntStream.range(0, size).mapToObj(i -> new Phone()).toList();
    }

    public List<Phone> phones() {
        return phones;
    }

    /** Connects all that are not; a phone that had a session resumes it. */
    public void connect(URI gateway) {
        List<Phone> missing = phones.stream().filter(phone -> !phone.connected).toList();
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < Math.min(AT_ONCE, missing.size()); i++) {
            connectNext(gateway, missing, next);
        }
    }

    private void connectNext(URI gateway, List<Phone> missing, AtomicInteger next) {
        int index = next.getAndIncrement();
        if (index < missing.size()) {
            missing.get(index).connect(gateway).onComplete(done -> connectNext(gateway, missing, next));
        }
    }

    /** Says that everybody is still there. */
    public void heartbeat() {
        phones.forEach(phone -> phone.say("{\"op\":\"heartbeat\"}"));
    }

    public long connected() {
        return phones.stream().filter(phone -> phone.connected).count();
    }

    public long resumed() {
        return phones.stream().filter(phone -> phone.resumed).count();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** One of them. */
    public final class Phone {
        private final UUID user = UUID.randomUUID();
        private final String token = Tokens.user(user);
        private final List<Integer> received = new CopyOnWriteArrayList<>();
        private volatile WebSocket socket;
        private volatile boolean connected;
        private volatile boolean resumed;
        private volatile String session;
        private volatile String seq;
        private volatile String refused;

        public UUID user() {
            return user;
        }

        /** The numbers that it was told, in the order in which they came. */
        public List<Integer> received() {
            return new ArrayList<>(received);
        }

        /** Why it could not go on, or null. */
        public String refused() {
            return refused;
        }

        private Future<Void> connect(URI gateway) {
            WebSocketConnectOptions options = new WebSocketConnectOptions()
                    .setHost(gateway.getHost())
                    .setPort(gateway.getPort())
                    .setURI("/ws");
            return client.connect(options)
                    .onSuccess(opened -> {
                        socket = opened;
                        opened.textMessageHandler(this::hear);
                        opened.closeHandler(gone -> {
                            if (socket == opened) {
                                connected = false;
                            }
                        });
                        say(
                                session == null
                                        ? "{\"op\":\"identify\",\"token\":\"" + token + "\"}"
                                        : "{\"op\":\"resume\",\"session\":\"" + session + "\",\"seq\":\"" + seq
                                                + "\"}");
                    })
                    .mapEmpty();
        }

        private void say(String frame) {
            WebSocket current = socket;
            if (current != null && !current.isClosed()) {
                current.writeTextMessage(frame);
            }
        }

        private void hear(String text) {
            JsonObject frame = new JsonObject(text);
            switch (frame.getString("op")) {
                case "ready" -> {
                    session = frame.getString("session");
                    seq = frame.getString("seq");
                    connected = true;
                }
                case "resumed" -> {
                    resumed = true;
                    connected = true;
                }
                case "event" -> {
                    if (frame.getString("type").equals("message.created")) {
                        seq = frame.getString("seq");
                        received.add(frame.getJsonObject("data").getInteger("n"));
                    }
                }
                case "invalid_session" -> refused = text;
                default -> {
                    // hello, heartbeat-ack
                }
            }
        }
    }
}
