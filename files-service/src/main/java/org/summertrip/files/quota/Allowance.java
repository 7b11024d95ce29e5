package org.summertrip.files.quota;

import io.smallrye.mutiny.Uni;

/** The room that one upload may take. */
public interface Allowance {
    /** For content that is not kept. */
    Allowance WITHOUT_LIMIT = new Allowance() {
        @Override
        public Uni<Void> upTo(long bytes) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> release() {
            return Uni.createFrom().voidItem();
        }
    };

    /** Reserves so many bytes in all for this upload, or fails with the reason why it cannot have them. */
    Uni<Void> upTo(long bytes);

    /** Gives back what was reserved, because nothing came of the upload. */
    Uni<Void> release();
}
