package org.summertrip.users.plan;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.problem.Violation;
import org.summertrip.users.UsersError;
import org.summertrip.users.group.GroupAccess;
import org.summertrip.users.group.Place;
import org.summertrip.users.outbox.Transactions;

/** Making, reading and editing the plan of a group. Whoever changes it holds the group's lock: plans are made one at a time. */
@ApplicationScoped
class Plans {
    private static final int MOST_DAYS = 62;

    private final PlanRepository items;
    private final PlanEvents events;
    private final GroupAccess access;
    private final Transactions transactions;
    private final Clock clock;

    Plans(PlanRepository items, PlanEvents events, GroupAccess access, Transactions transactions, Clock clock) {
        this.items = items;
        this.events = events;
        this.access = access;
        this.transactions = transactions;
        this.clock = clock;
    }

    Uni<Plan> read(UUID groupId, UUID callerId) {
        return Panache.withSession(() -> access.reader(groupId, callerId).flatMap(place -> plan(groupId)));
    }

    /** Makes the plan anew; what was edited by hand stays. */
    Uni<Plan> make(UUID groupId, UUID callerId, NewPlan wanted) {
        return transactions.run(() -> access.memberAlone(groupId, callerId).flatMap(place -> {
            Days days = days(wanted, place);
            return items.of(groupId)
                    .flatMap(before -> items.candidates(groupId)
                            .map(candidates -> rows(groupId, Planner.plan(candidates, days)))
                            .call(after -> items.replaceAll(groupId, after))
                            .call(after -> tellMoved(before, after))
                            .call(after -> tellReady(groupId, callerId, after))
                            .flatMap(after -> plan(groupId)));
        }));
    }

    /** Gives activities the times that somebody chose; the whole must still be a plan. */
    Uni<Plan> edit(UUID groupId, UUID callerId, PlanChanges changes, Consumer<Plan> precondition) {
        return transactions.run(() -> access.memberAlone(groupId, callerId)
                .flatMap(place -> plan(groupId)
                        .invoke(precondition)
                        .flatMap(present -> items.titles(groupId, ids(changes)))
                        .invoke(known -> validate(changes, known, place))
                        .flatMap(known -> items.of(groupId))
                        .flatMap(before -> store(before, edited(groupId, before, changes)))
                        .flatMap(stored -> plan(groupId))));
    }

    private static Days days(NewPlan wanted, Place place) {
        LocalDate from = wanted.from() == null ? place.startsOn() : wanted.from();
        LocalDate to = wanted.to() == null ? place.endsOn() : wanted.to();
        List<Violation> wrong = new ArrayList<>();
        if (from == null) {
            wrong.add(new Violation("from", "body", "is needed, since the trip has no start"));
        }
        if (to == null) {
            wrong.add(new Violation("to", "body", "is needed, since the trip has no end"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            wrong.add(new Violation("to", "body", "must not be before from"));
        }
        if (from != null && to != null && ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            wrong.add(new Violation("to", "body", "must be at most " + MOST_DAYS + " days from from"));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
        return new Days(place.zone(), from, to).within(place.startsOn(), place.endsOn());
    }

    private static List<PlanItemEntity> rows(UUID groupId, Draft draft) {
        List<PlanItemEntity> rows = new ArrayList<>();
        draft.placed()
                .forEach(item -> rows.add(
                        PlanItemEntity.at(groupId, item.candidate().id(), item.slot(), item.fixed(), item.edited())));
        draft.unplaced()
                .forEach(item ->
                        rows.add(PlanItemEntity.open(groupId, item.candidate().id(), item.reason())));
        return rows;
    }

    private Uni<Void> store(List<PlanItemEntity> before, List<PlanItemEntity> edited) {
        return items.replaceSome(edited).flatMap(stored -> tellMoved(before, edited));
    }

    private Uni<Void> tellMoved(List<PlanItemEntity> before, List<PlanItemEntity> after) {
        Map<UUID, PlanItemEntity> old = byActivity(before);
        return events.planned(
                after.stream()
                        .filter(PlanItemEntity::isPlaced)
                        .filter(item -> !old.containsKey(item.activityId)
                                || !item.slot().equals(old.get(item.activityId).slot()))
                        .toList(),
                now());
    }

    private Uni<Void> tellReady(UUID groupId, UUID callerId, List<PlanItemEntity> rows) {
        int placed = (int) rows.stream().filter(PlanItemEntity::isPlaced).count();
        return events.ready(groupId, callerId, placed, rows.size() - placed, now());
    }

    private static List<UUID> ids(PlanChanges changes) {
        return changes.items().stream().map(PlanChanges.Item::activityId).toList();
    }

    private static void validate(PlanChanges changes, Map<UUID, String> known, Place place) {
        List<Violation> wrong = new ArrayList<>();
        for (int index = 0; index < changes.items().size(); index++) {
            PlanChanges.Item item = changes.items().get(index);
            String field = "items[" + index + "].";
            if (!known.containsKey(item.activityId())) {
                wrong.add(new Violation(field + "activityId", "body", "is no activity of this group to be planned"));
            }
            if (ids(changes).indexOf(item.activityId()) != index) {
                wrong.add(new Violation(field + "activityId", "body", "is named twice"));
            }
            String fault = fault(item, place);
            if (fault != null) {
                wrong.add(new Violation(field + "startsAt", "body", fault));
            }
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
    }

    private static String fault(PlanChanges.Item item, Place place) {
        if (!item.startsAt().isBefore(item.endsAt())) {
            return "must be before endsAt";
        }
        LocalDate date = item.startsAt().atZone(place.zone()).toLocalDate();
        Days day = new Days(place.zone(), date, date).within(place.startsOn(), place.endsOn());
        if (day.isEmpty()) {
            return "must be on a day of the trip";
        }
        boolean awake = day.wakingHours().stream().anyMatch(hours -> item.slot().lies(hours));
        return awake ? null : "must, with its end, be between 06:00 and 22:00 of one day there";
    }

    private static List<PlanItemEntity> edited(UUID groupId, List<PlanItemEntity> before, PlanChanges changes) {
        List<UUID> named = ids(changes);
        List<PlanItemEntity> rows = changes.items().stream()
                .map(item -> PlanItemEntity.at(groupId, item.activityId(), item.slot(), true, true))
                .toList();
        List<PlanItemEntity> whole = new ArrayList<>(rows);
        before.stream()
                .filter(item -> item.isPlaced() && !named.contains(item.activityId))
                .forEach(whole::add);
        whole.sort(Comparator.comparing(item -> item.startsAt));
        for (int next = 1; next < whole.size(); next++) {
            if (whole.get(next).slot().overlaps(whole.get(next - 1).slot())) {
                throw new ProblemException(UsersError.PLAN_OVERLAP);
            }
        }
        return rows;
    }

    private Uni<Plan> plan(UUID groupId) {
        return items.of(groupId)
                .flatMap(rows -> items.titles(
                                groupId, List.copyOf(byActivity(rows).keySet()))
                        .map(titles -> plan(groupId, rows, titles)));
    }

    private static Plan plan(UUID groupId, List<PlanItemEntity> rows, Map<UUID, String> titles) {
        return new Plan(
                groupId,
                rows.stream()
                        .filter(row -> row.isPlaced() && titles.containsKey(row.activityId))
                        .map(row -> new Plan.Item(
                                row.activityId,
                                titles.get(row.activityId),
                                row.startsAt,
                                row.endsAt,
                                row.fixed,
                                row.edited))
                        .sorted(Comparator.comparing(Plan.Item::startsAt))
                        .toList(),
                rows.stream()
                        .filter(row -> !row.isPlaced() && titles.containsKey(row.activityId))
                        .map(row -> new Plan.Open(row.activityId, titles.get(row.activityId), Reason.of(row.reason)))
                        .sorted(Comparator.comparing(Plan.Open::activityId))
                        .toList());
    }

    private static Map<UUID, PlanItemEntity> byActivity(List<PlanItemEntity> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.activityId, Function.identity()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
