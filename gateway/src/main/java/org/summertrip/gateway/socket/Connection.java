package org.summertrip.gateway.socket;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.summertrip.gateway.socket.Feed.Entry;
import org.summertrip.gateway.socket.Sessions.Held;

/**
 * One socket from its opening to its end: whose it is, what is told on it, and what is held elsewhere on its account. What its client
 * says is understood by its {@link Conversation}. Everything happens on the socket's own context; the few fields that others look at
 * are volatile.
 */
final class Connection {
    private static final Set<String> CHANGES_AUDIENCE =
            Set.of("friend.accepted", "friend.removed", "member.joined", "member.left");

    private final ServerWebSocket socket;
    private final Context context;
    private final Hub hub;
    private final Runnable onGone;
    private final Conversation conversation;
    private final long openedAt;

    private volatile Session session;
    private volatile Delivery delivery;
    private volatile Audience audience = Audience.NOBODY;
    private UUID stretch;
    private CloseCode closedBy;

    Connection(ServerWebSocket socket, Context context, Hub hub, Runnable onGone) {
        this.socket = socket;
        this.context = context;
        this.hub = hub;
        this.onGone = onGone;
        this.openedAt = hub.now();
        this.conversation = new Conversation(this, hub);
    }

    /** Begins the conversation; with a token that came with the handshake, the client need not identify itself. */
    void start(Optional<String> token) {
        hub.connections().opened(this);
        socket.closeHandler(gone -> closed());
        socket.frameHandler(conversation::hear);
        send(Frames.hello(hub.config().heartbeat()));
        token.ifPresent(conversation::identify);
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
        boolean silent = now - conversation.heardAt() > config.heartbeat().toMillis() * 3 / 2;
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

    // --- what its conversation asks of it

    boolean isEnding() {
        return closedBy != null;
    }

    /** Where the client is by what it was told. */
    String position() {
        return delivery == null ? Feed.BEGINNING : delivery.position();
    }

    /** The same person goes on with another token. */
    void renew(Session fresher) {
        session = fresher;
        hub.sessions().keep(fresher);
    }

    /** Whose it is from now on; answers how many sockets that person has, once Redis knows. */
    Future<Long> attach(Session mine) {
        session = mine;
        stretch = hub.newId();
        hub.connections().join(mine.user(), this);
        return hub.sessions().open(mine, stretch);
    }

    /** A resumed session is here from now on; where it was before it ends, and so does what was begun here. */
    Future<Long> takeOver(Session resumed) {
        detach("closed");
        hub.connections().of(resumed.user()).stream()
                .filter(other -> other.session() != null && other.session().id().equals(resumed.id()))
                .forEach(other -> other.close(CloseCode.DONE));
        return attach(resumed);
    }

    /** Events after this one are told. */
    void deliver(String seq) {
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

    void appear(long sockets, Future<Audience> known) {
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

    void end(CloseCode code) {
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

    void send(String frame) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(frame);
        }
    }

    /** Goes on here once it is known; a token that is not good or a Redis that is not there end the socket. */
    <T> void then(Future<T> known, Consumer<T> step) {
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
}
