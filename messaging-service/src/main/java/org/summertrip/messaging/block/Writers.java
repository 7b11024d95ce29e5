package org.summertrip.messaging.block;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.participant.Participants;
import org.summertrip.messaging.participant.Permits;

/** Who may write in a conversation: its participants, and of a direct one only while neither has blocked the other. */
@Singleton
public class Writers {
    private final Participants participants;
    private final Blocks blocks;
    private final Permits permits;

    Writers(Participants participants, Blocks blocks, Permits permits) {
        this.participants = participants;
        this.blocks = blocks;
        this.permits = permits;
    }

    /**
     * Passes only for who may write.
     *
     * @throws ProblemException 404 for everybody else
     */
    public Uni<Void> demand(UUID conversationId, UUID userId) {
        return permits.holds(conversationId, userId)
                ? Uni.createFrom().voidItem()
                : participants
                        .demand(conversationId, userId)
                        .flatMap(part -> part.peerId() == null
                                ? Uni.createFrom().voidItem()
                                : blocks.demandNone(userId, List.of(part.peerId())))
                        .invoke(() -> permits.grant(conversationId, userId));
    }
}
