package org.summertrip.graph.anomaly;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * What a rule has found.
 *
 * @param users whom it is about, in the order of their ids
 */
record Finding(Rule rule, List<String> users, String explanation) {
    Finding {
        users = users.stream().sorted().toList();
    }

    /** The same for the same rule and people, so that a finding keeps its id for as long as it is one; says nothing of the ids. */
    String key() {
        return UUID.nameUUIDFromBytes((rule + ":" + String.join(",", users)).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
