package org.summertrip.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocketFrame;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.gateway.socket.Sessions.Kept;

/** What a client says on its socket and what is done about it: identify or resume, then heartbeats and typing. */
final class Conversation {
    private final Connection connection;
    private final Hub hub;
    private final Allowance allowance;
    private final StringBuilder text = new StringBuilder();
    private volatile long heardAt;
    private boolean busy;
    private long keptAt;

    Conversation(Connection connection, Hub hub) {
        this.connection = connection;
        this.hub = hub;
        this.heardAt = hub.now();
        this.allowance = new Allowance(hub.config().framesPerSecond(), heardAt);
    }

    /** When the client last said anything, in milliseconds. */
    long heardAt() {
        return heardAt;
    }

    void hear(WebSocketFrame frame) {
        if (connection.isEnding() || frame.isPing() || frame.isClose()) {
            return;
        }
        heardAt = hub.now();
        if (frame.isBinary()) {
            connection.end(CloseCode.BAD_FRAME);
        } else if (frame.isText() || frame.isContinuation()) {
            text.append(frame.textData());
            if (text.length() > hub.config().frameLimit().asLongValue()) {
                connection.end(CloseCode.TOO_LARGE);
            } else if (frame.isFinal()) {
                String message = text.toString();
                text.setLength(0);
                message(message);
            }
        }
    }

    private void message(String message) {
        if (!allowance.take(hub.now())) {
            connection.end(CloseCode.TOO_FAST);
            return;
        }
        Optional<JsonNode> frame = hub.frames().read(message);
        if (frame.isEmpty()) {
            connection.end(CloseCode.BAD_FRAME);
            return;
        }
        JsonNode said = frame.get();
        switch (said.get("op").asText()) {
            case "heartbeat" -> heartbeat();
            case "identify" -> identify(said);
            case "resume" -> resume(said);
            case "typing" -> typing(said);
            default -> connection.end(CloseCode.BAD_FRAME);
        }
    }

    private void heartbeat() {
        connection.send(Frames.HEARTBEAT_ACK);
        Session session = connection.session();
        boolean due = hub.now() - keptAt > hub.config().resumeWithin().toMillis() / 3;
        if (session != null && due) {
            keptAt = hub.now();
            hub.sessions().keep(session);
        }
    }

    private void typing(JsonNode said) {
        Optional<UUID> conversation = Hub.uuid(said.path("conversationId"));
        if (connection.session() == null) {
            connection.end(CloseCode.TOKEN);
        } else if (conversation.isEmpty()) {
            connection.end(CloseCode.BAD_FRAME);
        } else {
            hub.typing().tell(connection.session(), conversation.get());
        }
    }

    private void identify(JsonNode said) {
        JsonNode token = said.path("token");
        Session session = connection.session();
        if (token.isTextual()) {
            identify(token.asText());
        } else if (session != null && token.isMissingNode()) {
            // The token came with the handshake, and the client follows the book all the same.
            connection.send(Frames.ready(session.name(), connection.position()));
        } else if (!busy) {
            connection.end(CloseCode.BAD_FRAME);
        }
    }

    void identify(String token) {
        busy = true;
        connection.then(hub.verify(token), verified -> {
            Session session = connection.session();
            if (session == null) {
                begin(hub.newSession(token, verified));
            } else if (session.user().equals(verified.subject())) {
                busy = false;
                connection.renew(session.with(token, verified));
                connection.send(Frames.ready(session.name(), connection.position()));
            } else {
                connection.end(CloseCode.TOKEN);
            }
        });
    }

    /** Whoever can be told is found before it is asked where the stream ends: what comes between is not missed. */
    private void begin(Session fresh) {
        keptAt = hub.now();
        Future<Beginning> begun = connection
                .attach(fresh)
                .compose(count -> hub.feed().newest(fresh.user()).map(newest -> new Beginning(count, newest)));
        connection.then(begun, beginning -> {
            busy = false;
            connection.send(Frames.ready(fresh.name(), beginning.seq()));
            connection.deliver(beginning.seq());
            connection.appear(beginning.sockets(), hub.presence().audience(fresh));
        });
    }

    private void resume(JsonNode said) {
        String name = said.path("session").asText("");
        String seq = said.path("seq").asText("");
        if (!said.path("session").isTextual() || !said.has("seq")) {
            connection.end(CloseCode.BAD_FRAME);
            return;
        }
        busy = true;
        Future<Optional<Session>> found = Feed.isSeq(seq)
                ? hub.sessions().find(name).compose(kept -> trusted(kept, said.path("token")))
                : Future.succeededFuture(Optional.empty());
        connection.then(found.compose(resumed -> ifWhole(resumed, seq)), resumed -> {
            if (resumed.isPresent()) {
                goOn(resumed.get(), seq);
            } else {
                busy = false;
                connection.send(Frames.INVALID_SESSION);
            }
        });
    }

    /** The kept token, or the fresher one of the frame, has to be good and of the same person. */
    private Future<Optional<Session>> trusted(Optional<Kept> kept, JsonNode fresher) {
        if (kept.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        String token = fresher.isTextual() ? fresher.asText() : kept.get().token();
        return hub.verify(token)
                .map(verified -> Optional.of(
                                new Session(kept.get().id(), kept.get().secret(), token, verified))
                        .filter(session -> session.user().equals(kept.get().user())))
                .recover(failure -> fresher.isTextual() || !Hub.isRejection(failure)
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture(Optional.empty()));
    }

    private Future<Optional<Session>> ifWhole(Optional<Session> resumed, String seq) {
        return resumed.isEmpty()
                ? Future.succeededFuture(resumed)
                : hub.feed().isWholeAfter(resumed.get().user(), seq).map(whole -> resumed.filter(is -> whole));
    }

    private void goOn(Session resumed, String seq) {
        keptAt = hub.now();
        connection.then(connection.takeOver(resumed), count -> {
            busy = false;
            connection.send(Frames.resumed(resumed.name(), seq));
            connection.deliver(seq);
            connection.appear(count, hub.presence().lastKnown(resumed.user()));
        });
    }

    private record Beginning(long sockets, String seq) {}
}
