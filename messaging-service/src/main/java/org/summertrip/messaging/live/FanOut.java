package org.summertrip.messaging.live;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.summertrip.messaging.cassandra.InOrder;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.outbox.HandOver;
import org.summertrip.messaging.outbox.Push;
import org.summertrip.messaging.participant.Participants;
import org.summertrip.messaging.participant.Participation;

/** Brings each push to everybody whom it concerns, the sender included: people have more than one device. */
@Singleton
@Priority(100)
class FanOut implements HandOver {
    private static final int LETTERS_AT_ONCE = 20_000;

    private final Participants participants;
    private final PushStreams streams;

    FanOut(Participants participants, PushStreams streams) {
        this.participants = participants;
        this.streams = streams;
    }

    @Override
    public Uni<Void> take(List<Push> pushes) {
        return audiences(pushes)
                .flatMap(audiences -> InOrder.each(
                        portions(pushes, audiences), portion -> streams.append(letters(portion, audiences))));
    }

    /** So few at a time that their letters fit into memory, however many people they go to. */
    private static List<List<Push>> portions(List<Push> pushes, Map<UUID, List<UUID>> audiences) {
        List<List<Push>> portions = new ArrayList<>();
        int letters = 0;
        for (Push push : pushes) {
            List<UUID> audience = push.conversationId() == null ? push.userIds() : audiences.get(push.conversationId());
            if (portions.isEmpty() || letters + audience.size() > LETTERS_AT_ONCE) {
                portions.add(new ArrayList<>());
                letters = 0;
            }
            letters += audience.size();
            portions.get(portions.size() - 1).add(push);
        }
        return portions;
    }

    private Uni<Map<UUID, List<UUID>>> audiences(List<Push> pushes) {
        Set<UUID> conversations = pushes.stream()
                .map(Push::conversationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return InParallel.all(
                        conversations,
                        conversation ->
                                participants.active(conversation).map(active -> Map.entry(conversation, ids(active))))
                .map(entries -> entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static List<UUID> ids(List<Participation> active) {
        return active.stream().map(Participation::userId).toList();
    }

    private static List<Letter> letters(List<Push> pushes, Map<UUID, List<UUID>> audiences) {
        List<Letter> letters = new ArrayList<>();
        for (Push push : pushes) {
            String data = push.data().toString();
            Set<UUID> receivers = new LinkedHashSet<>(push.userIds());
            if (push.conversationId() != null) {
                receivers.addAll(audiences.get(push.conversationId()));
            }
            receivers.forEach(userId -> letters.add(new Letter(userId, push.type(), data)));
        }
        return letters;
    }
}
