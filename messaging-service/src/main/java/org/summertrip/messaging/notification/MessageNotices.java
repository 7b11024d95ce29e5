package org.summertrip.messaging.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.messaging.cassandra.InOrder;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.outbox.HandOver;
import org.summertrip.messaging.outbox.Push;
import org.summertrip.messaging.participant.Participants;
import org.summertrip.messaging.participant.Participation;

/**
 * Tells participants of what others write, and that they have read it. It hangs on the hand-over rather than on an event of its
 * own: there messages come in bundles, so that a conversation in full swing costs one step per person and bundle, and one
 * replica at a time does it. The pushes of the same bundle have left before.
 */
@Singleton
@Priority(50)
class MessageNotices implements HandOver {
    private final Participants participants;
    private final Gathering gathering;
    private final Announcing announcing;
    private final Clock clock;

    MessageNotices(Participants participants, Gathering gathering, Announcing announcing, Clock clock) {
        this.participants = participants;
        this.gathering = gathering;
        this.announcing = announcing;
        this.clock = clock;
    }

    @Override
    public Uni<Void> take(List<Push> pushes) {
        return tell(pushes).flatMap(told -> read(pushes));
    }

    private Uni<Void> tell(List<Push> pushes) {
        Map<UUID, List<Said>> byConversation = new LinkedHashMap<>();
        pushes.stream()
                .filter(push -> push.type().equals("message.created") && push.conversationId() != null)
                .map(Said::of)
                .forEach(said -> byConversation
                        .computeIfAbsent(said.conversationId(), first -> new ArrayList<>())
                        .add(said));
        return InParallel.all(byConversation.values(), this::earfuls)
                .map(all -> all.stream().flatMap(List::stream).toList())
                .flatMap(earfuls -> InParallel.all(earfuls, gathering::gather))
                .map(drafts -> drafts.stream().flatMap(Optional::stream).toList())
                .flatMap(announcing::announce);
    }

    private Uni<List<Earful>> earfuls(List<Said> said) {
        UUID conversationId = said.get(0).conversationId();
        Instant now = clock.instant();
        return participants
                .active(conversationId)
                .map(active -> active.stream()
                        .filter(part -> !part.isMuted(now))
                        .map(part -> earful(part, conversationId, said))
                        .filter(earful -> !earful.isEmpty())
                        .toList());
    }

    private static Earful earful(Participation part, UUID conversationId, List<Said> said) {
        List<Said> ofOthers = said.stream()
                .filter(each -> !each.senderId().equals(part.userId()))
                .toList();
        return new Earful(part.userId(), conversationId, ofOthers);
    }

    private Uni<Void> read(List<Push> pushes) {
        List<JsonNode> markers = pushes.stream()
                .filter(push -> push.type().equals("conversation.read"))
                .map(Push::data)
                .toList();
        return InOrder.each(
                markers,
                marker -> gathering.read(id(marker, "userId"), id(marker, "conversationId"), id(marker, "messageId")));
    }

    private static UUID id(JsonNode data, String field) {
        return UUID.fromString(data.path(field).asText());
    }
}
