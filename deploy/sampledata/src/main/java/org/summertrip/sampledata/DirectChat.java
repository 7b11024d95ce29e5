package org.summertrip.sampledata;

import java.util.List;

/** What two friends say to each other, away from the group. */
public record DirectChat(Person starter, Person other, List<ConversationLine> lines) {

    public DirectChat {
        lines = List.copyOf(lines);
    }
}
