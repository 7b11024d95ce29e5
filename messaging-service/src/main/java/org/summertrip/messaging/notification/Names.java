package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.conversation.Titles;
import org.summertrip.messaging.person.People;

/** How people and trips are called in what others are told. */
@Singleton
class Names {
    private static final String SOMEBODY = "Somebody";
    private static final String A_TRIP = "a trip";

    private final People people;
    private final Titles titles;

    Names(People people, Titles titles) {
        this.people = people;
        this.titles = titles;
    }

    Uni<String> of(UUID userId) {
        return people.nameOf(userId).map(name -> name.orElse(SOMEBODY));
    }

    Uni<String> ofTrip(UUID groupId) {
        return titles.of(groupId).map(title -> title.orElse(A_TRIP));
    }
}
