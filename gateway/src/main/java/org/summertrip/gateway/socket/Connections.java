package org.summertrip.gateway.socket;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The sockets of this replica, found by whose they are and by whom they are to hear of. */
@Singleton
public class Connections {
    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Map<UUID, List<Connection>> byUser = new ConcurrentHashMap<>();
    private final Map<UUID, List<Connection>> byGroup = new ConcurrentHashMap<>();

    public Connections(MeterRegistry meters) {
        meters.gaugeCollectionSize("gateway.sockets", List.of(), all);
    }

    Collection<Connection> all() {
        return all;
    }

    void opened(Connection connection) {
        all.add(connection);
    }

    void closed(Connection connection) {
        all.remove(connection);
    }

    void join(UUID user, Connection connection) {
        add(byUser, user, connection);
    }

    void leave(UUID user, Connection connection) {
        remove(byUser, user, connection);
    }

    void joinGroups(Collection<UUID> groups, Connection connection) {
        groups.forEach(group -> add(byGroup, group, connection));
    }

    void leaveGroups(Collection<UUID> groups, Connection connection) {
        groups.forEach(group -> remove(byGroup, group, connection));
    }

    List<Connection> of(UUID user) {
        return byUser.getOrDefault(user, List.of());
    }

    /** The sockets of these people and of everybody in these groups, each once. */
    Set<Connection> of(Stream<UUID> users, Stream<UUID> groups) {
        Set<Connection> found = new HashSet<>();
        users.forEach(user -> found.addAll(of(user)));
        groups.forEach(group -> found.addAll(byGroup.getOrDefault(group, List.of())));
        return found;
    }

    private static void add(Map<UUID, List<Connection>> map, UUID key, Connection connection) {
        map.compute(key, (id, present) -> {
            List<Connection> changed = present == null ? new ArrayList<>(1) : new ArrayList<>(present);
            if (!changed.contains(connection)) {
                changed.add(connection);
            }
            return changed;
        });
    }

    private static void remove(Map<UUID, List<Connection>> map, UUID key, Connection connection) {
        map.computeIfPresent(key, (id, present) -> {
            List<Connection> changed = new ArrayList<>(present);
            changed.remove(connection);
            return changed.isEmpty() ? null : changed;
        });
    }
}
