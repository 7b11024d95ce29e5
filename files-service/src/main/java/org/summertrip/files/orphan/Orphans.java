package org.summertrip.files.orphan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.summertrip.files.file.FileStore;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.objects.Entry;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.kit.id.Ids;

/** Compares objects with the index. Leaves alone what is young, since it may become a file, and keys that it does not know. */
@ApplicationScoped
public class Orphans {
    private static final Logger LOG = Logger.getLogger(Orphans.class);
    private static final Duration YOUTH = Duration.ofHours(48);
    private static final int CONCURRENT_READS = 16;

    private final ObjectStore objects;
    private final FileStore files;
    private final Clock clock;

    Orphans(ObjectStore objects, FileStore files, Clock clock) {
        this.objects = objects;
        this.files = files;
        this.clock = clock;
    }

    /** Looks at so many objects after this key, and removes what belongs to no file unless told only to look. */
    Uni<Inventory> examine(String after, int limit, boolean dryRun) {
        return objects.entries("", after, limit)
                .flatMap(page -> orphansOf(page).flatMap(orphans -> {
                    List<String> keys = orphans.stream().map(Entry::name).toList();
                    long bytes = orphans.stream().mapToLong(Entry::size).sum();
                    String next = page.size() < limit
                            ? null
                            : page.get(page.size() - 1).name();
                    Inventory inventory = new Inventory(page.size(), keys, bytes, !dryRun, next);
                    return dryRun
                            ? Uni.createFrom().item(inventory)
                            : remove(keys).replaceWith(inventory);
                }));
    }

    private Uni<Void> remove(List<String> keys) {
        keys.forEach(key -> LOG.infof("orphan removed key=%s", key));
        return objects.delete(keys);
    }

    private Uni<List<Entry>> orphansOf(List<Entry> page) {
        List<Uni<Optional<Entry>>> checks = page.stream()
                .filter(entry -> isOld(entry.name()))
                .map(entry ->
                        isOrphan(entry.name()).map(orphan -> orphan ? Optional.of(entry) : Optional.<Entry>empty()))
                .toList();
        return checks.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(checks)
                        .usingConcurrencyOf(CONCURRENT_READS)
                        .andFailFast()
                        .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private boolean isOld(String key) {
        return fileOf(key)
                .filter(id -> Ids.timeOf(id).isBefore(clock.instant().minus(YOUTH)))
                .isPresent();
    }

    private Uni<Boolean> isOrphan(String key) {
        UUID id = fileOf(key).orElseThrow();
        return files.find(id)
                .map(found -> key.startsWith(Keys.BURIED)
                        ? found.isEmpty()
                        : found.filter(StoredFile::isLive).isEmpty());
    }

    /** The file that an object belongs to; empty for what is no part of one. */
    private static Optional<UUID> fileOf(String key) {
        String last = key.substring(key.lastIndexOf('/') + 1);
        try {
            if (key.startsWith(Keys.OWNED) || key.startsWith(Keys.NAMES) || key.startsWith(Keys.SHARED)) {
                return Optional.of(Keys.uninverted(last));
            }
            boolean ofFile =
                    key.startsWith(Keys.CONTENTS) || key.startsWith(Keys.THUMBNAILS) || key.startsWith(Keys.BURIED);
            return ofFile ? Optional.of(UUID.fromString(last)) : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
