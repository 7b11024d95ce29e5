package org.summertrip.files.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.summertrip.files.file.FileStore;
import org.summertrip.files.file.Files;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.files.pending.PendingUploads;

/** Removes everything of one person. Each step may be done again, so a replica that dies in the middle loses nothing. */
@ApplicationScoped
public class Erasure {
    private static final int AT_ONCE = 100;

    private final FileStore store;
    private final Files files;
    private final PendingUploads pending;
    private final ObjectStore objects;
    private final Traces traces;

    Erasure(FileStore store, Files files, PendingUploads pending, ObjectStore objects, Traces traces) {
        this.store = store;
        this.files = files;
        this.pending = pending;
        this.objects = objects;
        this.traces = traces;
    }

    /** Answers with what was removed, and how many of each. */
    Uni<Map<String, Long>> erase(UUID userId) {
        Tally tally = new Tally();
        return traces.shutOut(userId)
                .flatMap(out -> eraseFiles(userId, tally))
                .flatMap(gone -> erasePending(userId, tally))
                .flatMap(gone -> eraseTombstones(userId))
                .flatMap(gone -> eraseUnder(Keys.contents(userId)))
                .flatMap(gone -> eraseUnder(Keys.thumbnails(userId)))
                .flatMap(gone -> eraseUnder(Keys.namesPrefix(userId)))
                .flatMap(gone -> eraseUnder(Keys.ownedPrefix(userId)))
                .flatMap(gone -> traces.erase(userId))
                .map(memberships -> tally.with(memberships));
    }

    /** Page after page from the newest on, until there is none left. */
    private Uni<Void> eraseFiles(UUID userId, Tally tally) {
        return store.ownedBy(userId, null, AT_ONCE)
                .flatMap(page -> page.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : each(page, file -> erase(file, tally)).flatMap(done -> eraseFiles(userId, tally)));
    }

    private Uni<Void> erase(StoredFile file, Tally tally) {
        return files.erase(file).invoke(() -> {
            tally.files.incrementAndGet();
            tally.bytes.addAndGet(file.size());
        });
    }

    private Uni<Void> erasePending(UUID userId, Tally tally) {
        return pending.of(userId)
                .flatMap(uploads -> each(
                        uploads, upload -> pending.forget(userId, upload.id()).invoke(tally.uploads::incrementAndGet)));
    }

    /** What is left of files that their owner deleted. */
    private Uni<Void> eraseTombstones(UUID userId) {
        String noted = Keys.buriedPrefix(userId);
        return objects.all(noted)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(page -> objects.delete(page.stream()
                                .map(entry -> Keys.index(UUID.fromString(entry.name())))
                                .toList())
                        .flatMap(gone -> objects.delete(
                                page.stream().map(entry -> noted + entry.name()).toList())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> eraseUnder(String prefix) {
        return objects.all(prefix)
                .map(entry -> prefix + entry.name())
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(objects::delete)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <T> Uni<Void> each(List<T> things, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(things)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static final class Tally {
        private final AtomicLong files = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong uploads = new AtomicLong();

        Map<String, Long> with(long memberships) {
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("files", files.get());
            counts.put("bytes", bytes.get());
            counts.put("uploads", uploads.get());
            counts.put("memberships", memberships);
            return counts;
        }
    }
}
