package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.messaging.Facts;
import org.summertrip.messaging.Telling;
import org.summertrip.messaging.participant.Participants;
import org.summertrip.messaging.participant.Participation;

/** Tells people what happens around their trips; never those whose doing it is. */
@Singleton
class TripNotifications implements Telling {
    private final Teller teller;
    private final Names names;
    private final Participants participants;
    private final Facts facts;

    TripNotifications(Teller teller, Names names, Participants participants, Facts facts) {
        this.teller = teller;
        this.names = names;
        this.participants = participants;
        this.facts = facts;
    }

    @Override
    public Set<String> types() {
        return Set.of("invite.created", "member.requested", "member.joined", "activity.proposed", "plan.ready");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        TripFact fact = facts.read(event, TripFact.class);
        return switch (event.type()) {
            case "invite.created" -> invited(event, fact);
            case "member.requested" -> requested(event, fact);
            case "member.joined" -> joined(event, fact);
            case "activity.proposed" -> proposed(event, fact);
            default -> planned(event, fact);
        };
    }

    /** An invite that names nobody is a link that somebody passes on: there is nobody to tell. */
    private Uni<Void> invited(CloudEvent event, TripFact fact) {
        if (fact.userId() == null) {
            return Uni.createFrom().voidItem();
        }
        UUID inviting = Objects.requireNonNull(fact.createdBy(), "createdBy");
        return tiding(
                        fact,
                        inviting,
                        (who, trip) -> new Tiding(
                                Type.INVITED_TO_GROUP, inviting, who + " invited you to " + trip, link(fact, "")))
                .flatMap(tiding -> teller.tell(event, List.of(fact.userId()), tiding));
    }

    private Uni<Void> requested(CloudEvent event, TripFact fact) {
        UUID asking = Objects.requireNonNull(fact.userId(), "userId");
        return tiding(
                        fact,
                        asking,
                        (who, trip) -> new Tiding(
                                Type.JOIN_REQUEST, asking, who + " wants to join " + trip, link(fact, "/requests")))
                .flatMap(tiding -> tell(event, fact, Participation::isAdmin, tiding));
    }

    private Uni<Void> joined(CloudEvent event, TripFact fact) {
        UUID joining = Objects.requireNonNull(fact.userId(), "userId");
        return tiding(
                        fact,
                        joining,
                        (who, trip) -> new Tiding(Type.MEMBER_JOINED, joining, who + " joined " + trip, link(fact, "")))
                .flatMap(tiding -> tell(event, fact, Participation::isAdmin, tiding));
    }

    private Uni<Void> proposed(CloudEvent event, TripFact fact) {
        UUID proposing = Objects.requireNonNull(fact.proposedBy(), "proposedBy");
        String what = fact.title() == null ? "something new" : fact.title();
        return tiding(
                        fact,
                        proposing,
                        (who, trip) -> new Tiding(
                                Type.NEW_ACTIVITY,
                                proposing,
                                who + " proposed " + what + " in " + trip,
                                link(fact, "/activities/" + fact.id())))
                .flatMap(tiding -> tell(event, fact, member -> true, tiding));
    }

    private Uni<Void> planned(CloudEvent event, TripFact fact) {
        UUID planning = Objects.requireNonNull(fact.userId(), "userId");
        return tiding(
                        fact,
                        planning,
                        (who, trip) -> new Tiding(
                                Type.PLAN_READY, planning, "The plan for " + trip + " is ready", link(fact, "/plan")))
                .flatMap(tiding -> tell(event, fact, member -> true, tiding));
    }

    private Uni<Tiding> tiding(TripFact fact, UUID actor, BiFunction<String, String, Tiding> text) {
        return Uni.combine()
                .all()
                .unis(names.of(actor), names.ofTrip(fact.groupId()))
                .collectFailures()
                .with(text);
    }

    private Uni<Void> tell(CloudEvent event, TripFact fact, Predicate<Participation> whom, Tiding tiding) {
        return participants
                .active(fact.groupId())
                .map(members -> members.stream()
                        .filter(whom)
                        .map(Participation::userId)
                        .filter(member -> !member.equals(tiding.actorId()))
                        .toList())
                .flatMap(receivers -> teller.tell(event, receivers, tiding));
    }

    private static String link(TripFact fact, String rest) {
        return "/groups/" + fact.groupId() + rest;
    }
}
