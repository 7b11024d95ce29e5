package org.summertrip.messaging.cassandra;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * The right to do something alone for a while: a row that only one can insert and that vanishes by itself. Whoever stalls for
 * longer than the lease may find another at work, so what is done under it must bear that.
 */
public final class Lease {
    private static final Query TAKE =
            Query.conditional("INSERT INTO leases (name, holder) VALUES (?, ?) IF NOT EXISTS USING TTL ?");
    private static final Query RENEW =
            Query.conditional("UPDATE leases USING TTL ? SET holder = ? WHERE name = ? IF holder = ?");
    private static final Query RELEASE = Query.conditional("DELETE FROM leases WHERE name = ? IF holder = ?");

    private final Cql cql;
    private final String name;
    private final String holder;
    private final int seconds;

    /**
     * A lease that nobody holds yet.
     *
     * @param holder who asks; the same name gets its own lease back after a restart
     */
    public Lease(Cql cql, String name, String holder, Duration length) {
        this.cql = cql;
        this.name = name;
        this.holder = holder;
        this.seconds = Math.toIntExact(length.toSeconds());
    }

    /** Takes the lease, or makes it last longer when it is already held. */
    public Uni<Boolean> acquire() {
        return cql.execute(TAKE, name, holder, seconds).flatMap(taken -> {
            if (taken.wasApplied()) {
                return Uni.createFrom().item(true);
            }
            boolean ours = holder.equals(taken.one().getString("holder"));
            return ours ? renew() : Uni.createFrom().item(false);
        });
    }

    /** Makes a held lease last longer; false when it was lost. */
    public Uni<Boolean> renew() {
        return cql.execute(RENEW, seconds, holder, name, holder).map(renewed -> renewed.wasApplied());
    }

    public Uni<Void> release() {
        return cql.run(RELEASE, name, holder);
    }
}
