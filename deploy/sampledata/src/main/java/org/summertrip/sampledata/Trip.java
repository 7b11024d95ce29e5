package org.summertrip.sampledata;

import java.time.LocalDate;
import java.util.List;

/**
 * A group with a destination and dates.
 *
 * @param members who comes along; the first one had the idea and owns the group
 */
public record Trip(
        String name,
        String description,
        String destination,
        String timeZone,
        LocalDate startsOn,
        LocalDate endsOn,
        int maxMembers,
        List<Person> members,
        List<ConversationLine> conversation,
        List<Photo> photos,
        List<Idea> ideas) {

    public Trip {
        members = List.copyOf(members);
        conversation = List.copyOf(conversation);
        photos = List.copyOf(photos);
        ideas = List.copyOf(ideas);
    }

    public Person owner() {
        return members.get(0);
    }

    public List<Person> guests() {
        return members.subList(1, members.size());
    }
}
