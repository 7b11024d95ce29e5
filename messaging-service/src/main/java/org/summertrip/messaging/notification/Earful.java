package org.summertrip.messaging.notification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.summertrip.messaging.Uuid7;

/**
 * What others have said in one conversation and one person may be told of.
 *
 * @param said in the order of time, never empty
 */
record Earful(UUID receiver, UUID conversationId, List<Said> said) {
    UUID first() {
        return said.get(0).messageId();
    }

    UUID last() {
        return said.get(said.size() - 1).messageId();
    }

    UUID lastSender() {
        return said.get(said.size() - 1).senderId();
    }

    Set<UUID> senders() {
        Set<UUID> senders = new LinkedHashSet<>();
        said.forEach(each -> senders.add(each.senderId()));
        return senders;
    }

    /** Only what is newer than a message, or everything when there is none. */
    Earful after(UUID messageId) {
        return messageId == null ? this : only(each -> Uuid7.compare(each.messageId(), messageId) > 0);
    }

    Earful without(Set<UUID> senders) {
        return only(each -> !senders.contains(each.senderId()));
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    private Earful only(Predicate<Said> wanted) {
        return new Earful(receiver, conversationId, said.stream().filter(wanted).toList());
    }
}
