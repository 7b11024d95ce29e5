package org.summertrip.files.quota;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.summertrip.files.FilesError;
import org.summertrip.files.objects.Entry;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.Outages;
import org.summertrip.kit.problem.ProblemException;

/**
 * Lets uploads have room. Exact also for uploads in parallel, since they reserve one after the other in Redis. Without Redis the
 * bucket itself is counted: right but for what arrives in that very moment, and better than taking nothing in.
 */
@ApplicationScoped
public class Quota {
    /** Longer than any one part may take to come and be stored; renewed with each. */
    private static final Duration LEASE = Duration.ofHours(1);

    private final UsageStore usage;
    private final ObjectStore objects;
    private final Outages outages;
    private final QuotaConfig config;

    Quota(UsageStore usage, ObjectStore objects, Outages outages, QuotaConfig config) {
        this.usage = usage;
        this.objects = objects;
        this.outages = outages;
        this.config = config;
    }

    /** For an upload whose size shows as it comes. */
    public Allowance allowance(UUID ownerId, UUID fileId) {
        return allowance(ownerId, fileId, 0);
    }

    /** For an upload that has reserved so much already, under its own lease. */
    public Allowance allowance(UUID ownerId, UUID fileId, long reserved) {
        return new Allowance() {
            @Override
            public Uni<Void> upTo(long bytes) {
                return reserve(ownerId, fileId, Math.max(bytes, reserved), LEASE);
            }

            @Override
            public Uni<Void> release() {
                return reserved > 0 ? Uni.createFrom().voidItem() : Quota.this.release(ownerId, fileId);
            }
        };
    }

    /** Reserves so many bytes in all for this file, for so long, or fails with 409. */
    public Uni<Void> reserve(UUID ownerId, UUID fileId, long bytes, Duration lease) {
        return attempt(ownerId, fileId, bytes, lease)
                .flatMap(outcome -> outcome == UsageStore.Outcome.REFUSED
                        ? lookAgain(ownerId, fileId, bytes, lease)
                        : Uni.createFrom().item(outcome))
                .map(Quota::isReserved)
                .onFailure(outages::isOutage)
                .recoverWithUni(down -> fitsInBucket(ownerId, bytes))
                .invoke(fits -> {
                    if (!fits) {
                        throw exceeded();
                    }
                })
                .replaceWithVoid();
    }

    private static boolean isReserved(UsageStore.Outcome outcome) {
        if (outcome == UsageStore.Outcome.ERASED) {
            throw new ProblemException(CommonError.FORBIDDEN, "This account has been erased");
        }
        return outcome == UsageStore.Outcome.RESERVED;
    }

    private Uni<UsageStore.Outcome> attempt(UUID ownerId, UUID fileId, long bytes, Duration lease) {
        return usage.reserve(ownerId, fileId, bytes, config.bytesPerUser(), lease)
                .flatMap(outcome -> outcome == UsageStore.Outcome.UNKNOWN
                        ? load(ownerId)
                                .flatMap(loaded -> usage.reserve(ownerId, fileId, bytes, config.bytesPerUser(), lease))
                        : Uni.createFrom().item(outcome));
    }

    private Uni<Void> load(UUID ownerId) {
        return inBucket(ownerId).flatMap(sizes -> usage.load(ownerId, sizes));
    }

    /** Before anybody is refused: what is counted and neither in the bucket nor on its way is forgotten. */
    private Uni<UsageStore.Outcome> lookAgain(UUID ownerId, UUID fileId, long bytes, Duration lease) {
        return usage.mayLookAgain(ownerId)
                .flatMap(may -> may
                        ? reconcile(ownerId)
                                .flatMap(done -> usage.reserve(ownerId, fileId, bytes, config.bytesPerUser(), lease))
                        : Uni.createFrom().item(UsageStore.Outcome.REFUSED));
    }

    private Uni<Void> reconcile(UUID ownerId) {
        return usage.settledFiles(ownerId)
                .flatMap(settled -> inBucket(ownerId).flatMap(sizes -> {
                    Set<String> gone = new HashSet<>(settled);
                    gone.removeAll(sizes.keySet());
                    return usage.forget(ownerId, gone);
                }));
    }

    private Uni<Map<String, Long>> inBucket(UUID ownerId) {
        return objects.all(Keys.contents(ownerId))
                .collect()
                .in(HashMap::new, (Map<String, Long> sizes, Entry entry) -> sizes.put(entry.name(), entry.size()));
    }

    private Uni<Boolean> fitsInBucket(UUID ownerId, long bytes) {
        return inBucket(ownerId)
                .map(sizes ->
                        sizes.values().stream().mapToLong(Long::longValue).sum() + bytes <= config.bytesPerUser());
    }

    /** The file is there, with so many bytes. Answers whether its owner is, too. */
    public Uni<Boolean> settle(UUID ownerId, UUID fileId, long bytes) {
        return usage.settle(ownerId, fileId, bytes);
    }

    /** The file is gone, or never came to be. */
    public Uni<Void> release(UUID ownerId, UUID fileId) {
        return usage.forget(ownerId, Set.of(fileId.toString()));
    }

    /** Everything that is counted for somebody is gone. */
    public Uni<Void> close(UUID ownerId) {
        return usage.drop(ownerId);
    }

    /** What somebody uses and may use. */
    public Uni<Usage> of(UUID ownerId) {
        return usage.total(ownerId)
                .flatMap(known -> known.isPresent()
                        ? Uni.createFrom().item(known.get())
                        : load(ownerId).flatMap(loaded -> usage.total(ownerId)).map(total -> total.orElse(0L)))
                .map(used -> new Usage(used, config.bytesPerUser()));
    }

    private ProblemException exceeded() {
        return new ProblemException(
                FilesError.QUOTA_EXCEEDED,
                "All your files together may have at most " + config.bytesPerUser() + " bytes");
    }
}
