package org.summertrip.sampledata;

import java.util.List;

/**
 * Something to do on a trip, proposed by one of the members.
 *
 * @param fans who like it
 * @param critics who do not
 */
public record Idea(
        Person proposer, String type, String title, int durationMinutes, List<Person> fans, List<Person> critics) {

    public Idea {
        fans = List.copyOf(fans);
        critics = List.copyOf(critics);
    }
}
