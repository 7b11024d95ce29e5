package org.summertrip.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.summertrip.gateway.socket.Feed.Entry;
import org.summertrip.gateway.socket.Sessions.Held;
import org.summertrip.gateway.socket.Sessions.Kept;

/**
 * One socket and what may be said on it: hello, then identify or resume, then events until somebody closes. Everything happens on the
 * socket's own context; the few fields that others look at are volatile.
 */
final class Connection {
    private static final Set<String> CHANGES_AUDIENCE =
            Set.of("friend.accepted", "friend.removed", "member.joined", "member.left");

    private final ServerWebSocket socket;
    private final Context context;
    private final Hub hub;
    private final Runnable onGone;
    private final Allowance allowance;
    private final StringBuilder text = new StringBuilder();
    private final long openedAt;

    private volatile long heardAt;
    private volatile Session session;
    private volatile Delivery delivery;
    private volatile Audience audience = Audience.NOBODY;
    private UUID stretch;
    private boolean busy;
    private CloseCode closedBy;
    private long keptAt;

    Connection(ServerWebSocket socket, Context context, Hub hub, Runnable onGone) {
        this.socket = socket;
        this.context = context;
        this.hub = hub;
        this.onGone = onGone;
        this.openedAt = hub.now();
        this.heardAt = openedAt;
        this.allowance = new Allowance(hub.config().framesPerSecond(), openedAt);
    }

    /** Begins the conversation; with a token that came with the handshake, the client need not identify itself. */
    void start(Optional<String> token) {
        hub.connections().opened(this);
        socket.closeHandler(gone -> closed());
        socket.frameHandler(this::frame);
        send(Frames.hello(hub.config().heartbeat()));
        token.ifPresent(this::identify);
    }

    Session session() {
        return session;
    }

    // --- what others ask of it, from any thread

    /** There may be news for it. */
    void wake() {
        context.runOnContext(here -> {
            if (delivery != null) {
                delivery.wake();
            }
        });
    }

    /** Something that is not kept: whoever cannot take it now does without. */
    void tell(String type, Object data) {
        Delivery current = delivery;
        if (current != null && !socket.isClosed() && !socket.writeQueueFull()) {
            send(Frames.event(current.position(), type, hub.frames().write(data)));
        }
    }

    void close(CloseCode code) {
        context.runOnContext(here -> end(code));
    }

    /** What is wrong with it by now, if anything. */
    Optional<CloseCode> overdue(long now) {
        SocketConfig config = hub.config();
        Session current = session;
        Delivery currentDelivery = delivery;
        long busySince = currentDelivery == null ? 0 : currentDelivery.busySince();
        if (current == null && now - openedAt > config.identifyWithin().toMillis()
                || current != null && now >= current.verified().expiresAt().toEpochMilli()) {
            return Optional.of(CloseCode.TOKEN);
        }
        if (busySince != 0 && now - busySince > config.slowAfter().toMillis()) {
            return Optional.of(CloseCode.SLOW);
        }
        boolean silent = now - heardAt > config.heartbeat().toMillis() * 3 / 2;
        return silent ? Optional.of(CloseCode.HEARTBEAT) : Optional.empty();
    }

    /** Tells Redis again what it may have lost. */
    void register() {
        context.runOnContext(here -> {
            if (session != null && stretch != null) {
                hub.sessions().open(session, stretch);
            }
        });
    }

    // --- what the client says

    private void frame(WebSocketFrame frame) {
        if (closedBy != null || frame.isPing() || frame.isClose()) {
            return;
        }
        heardAt = hub.now();
        if (frame.isBinary()) {
            end(CloseCode.BAD_FRAME);
        } else if (frame.isText() || frame.isContinuation()) {
            text.append(frame.textData());
            if (text.length() > hub.config().frameLimit().asLongValue()) {
                end(CloseCode.TOO_LARGE);
            } else if (frame.isFinal()) {
                String message = text.toString();
                text.setLength(0);
                message(message);
            }
        }
    }

    private void message(String message) {
        if (!allowance.take(hub.now())) {
            end(CloseCode.TOO_FAST);
            return;
        }
        Optional<JsonNode> frame = hub.frames().read(message);
        if (frame.isEmpty()) {
            end(CloseCode.BAD_FRAME);
            return;
        }
        JsonNode said = frame.get();
        switch (said.get("op").asText()) {
            case "heartbeat" -> heartbeat();
            case "identify" -> identify(said);
            case "resume" -> resume(said);
            case "typing" -> typing(said);
            default -> end(CloseCode.BAD_FRAME);
        }
    }

    private void heartbeat() {
        send(Frames.HEARTBEAT_ACK);
        boolean due = hub.now() - keptAt > hub.config().resumeWithin().toMillis() / 3;
        if (session != null && due) {
            keptAt = hub.now();
            hub.sessions().keep(session);
        }
    }

    private void typing(JsonNode said) {
        Optional<UUID> conversation = Hub.uuid(said.path("conversationId"));
        if (session == null) {
            end(CloseCode.TOKEN);
        } else if (conversation.isEmpty()) {
            end(CloseCode.BAD_FRAME);
        } else {
            hub.typing().tell(session, conversation.get());
        }
    }

    private void identify(JsonNode said) {
        JsonNode token = said.path("token");
        if (token.isTextual()) {
            identify(token.asText());
        } else if (session != null && token.isMissingNode()) {
            // The token came with the handshake, and the client follows the book all the same.
            send(Frames.ready(session.name(), delivery == null ? Feed.BEGINNING : delivery.position()));
        } else if (!busy) {
            end(CloseCode.BAD_FRAME);
        }
    }

    private void identify(String token) {
        busy = true;
        then(hub.verify(token), verified -> {
            if (session == null) {
                begin(hub.newSession(token, verified));
            } else if (session.user().equals(verified.subject())) {
                busy = false;
                session = session.with(token, verified);
                hub.sessions().keep(session);
                send(Frames.ready(session.name(), delivery.position()));
            } else {
                end(CloseCode.TOKEN);
            }
        });
    }

    /** Whoever can be told is found before it is asked where the stream ends: what comes between is not missed. */
    private void begin(Session fresh) {
        attach(fresh);
        then(
                hub.sessions()
                        .open(fresh, stretch)
                        .compose(count -> hub.feed().newest(fresh.user()).map(newest -> new Beginning(count, newest))),
                beginning -> {
                    busy = false;
                    send(Frames.ready(fresh.name(), beginning.seq()));
                    deliver(beginning.seq());
                    appear(beginning.sockets(), hub.presence().audience(fresh));
                });
    }

    private void resume(JsonNode said) {
        String name = said.path("session").asText("");
        String seq = said.path("seq").asText("");
        if (!said.path("session").isTextual() || !said.has("seq")) {
            end(CloseCode.BAD_FRAME);
            return;
        }
        busy = true;
        Future<Optional<Session>> found = Feed.isSeq(seq)
                ? hub.sessions().find(name).compose(kept -> trusted(kept, said.path("token")))
                : Future.succeededFuture(Optional.empty());
        then(found.compose(resumed -> ifWhole(resumed, seq)), resumed -> {
            if (resumed.isPresent()) {
                goOn(resumed.get(), seq);
            } else {
                busy = false;
                send(Frames.INVALID_SESSION);
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
        detach("closed");
        hub.connections().of(resumed.user()).stream()
                .filter(other -> other.session() != null && other.session().id().equals(resumed.id()))
                .forEach(other -> other.close(CloseCode.DONE));
        attach(resumed);
        then(hub.sessions().open(resumed, stretch), count -> {
            busy = false;
            send(Frames.resumed(resumed.name(), seq));
            deliver(seq);
            appear(count, hub.presence().lastKnown(resumed.user()));
        });
    }

    // --- its life

    private void attach(Session mine) {
        session = mine;
        keptAt = hub.now();
        stretch = hub.newId();
        hub.connections().join(mine.user(), this);
    }

    private void deliver(String seq) {
        delivery = new Delivery(socket, context, session.user(), seq, hub.delivery(this::delivered, this::gap));
        delivery.wake();
    }

    private void delivered(Entry entry) {
        if (CHANGES_AUDIENCE.contains(entry.type())) {
            then(hub.presence().audience(session), this::hear);
        }
    }

    private void gap() {
        end(CloseCode.SLOW);
    }

    private void appear(long sockets, Future<Audience> known) {
        UUID user = session.user();
        then(known, who -> {
            hear(who);
            hub.presence().arrived(user, sockets, who);
            then(
                    hub.presence().present(who),
                    friends -> friends.forEach(friend -> tell("presence.changed", hub.status(friend, "online"))));
        });
    }

    private void hear(Audience who) {
        hub.connections().leaveGroups(audience.groups(), this);
        audience = who;
        if (session != null && closedBy == null && !socket.isClosed()) {
            hub.connections().joinGroups(who.groups(), this);
        }
    }

    private void end(CloseCode code) {
        if (closedBy == null) {
            closedBy = code;
            hub.count(code);
            if (delivery != null) {
                delivery.stop();
            }
            socket.close(code.number(), code.reason());
            // What it holds is given back when the socket is gone; a client that does not take its leave is not waited
            // for.
            detach(code.endsAs());
        }
    }

    private void closed() {
        hub.connections().closed(this);
        detach("closed");
        onGone.run();
    }

    private void detach(String reason) {
        Session mine = session;
        if (mine == null || stretch == null) {
            return;
        }
        if (delivery != null) {
            delivery.stop();
        }
        hub.connections().leave(mine.user(), this);
        hub.connections().leaveGroups(audience.groups(), this);
        audience = Audience.NOBODY;
        Held held = new Held(stretch, mine.id(), mine.user(), hub.config().replica());
        stretch = null;
        session = null;
        hub.ended(held, reason);
    }

    private void send(String frame) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(frame);
        }
    }

    /** Goes on here once it is known; a token that is not good or a Redis that is not there end the socket. */
    private <T> void then(Future<T> known, Consumer<T> step) {
        known.onComplete(result -> context.runOnContext(here -> {
            if (socket.isClosed() || closedBy != null) {
                return;
            }
            if (result.succeeded()) {
                step.accept(result.result());
            } else {
                end(Hub.isRejection(result.cause()) ? CloseCode.TOKEN : CloseCode.UNAVAILABLE);
            }
        }));
    }

    private record Beginning(long sockets, String seq) {}
}
