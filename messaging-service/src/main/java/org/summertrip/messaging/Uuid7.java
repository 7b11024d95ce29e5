package org.summertrip.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Ids as positions in time: where a moment lies among them, and ids that follow from a fact instead of chance. */
public final class Uuid7 {
    /** Before and after every id that can be: the version decides first, then the time. */
    public static final UUID OLDEST = new UUID(0x7000L, 0x8000_0000_0000_0000L);

    public static final UUID NEWEST = new UUID(0xFFFF_FFFF_FFFF_7FFFL, 0xBFFF_FFFF_FFFF_FFFFL);

    /** Stands where an id was that had to be forgotten; shown as null. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RAND_A = 0x0FFFL;
    private static final long RAND_B = 0x3FFF_FFFF_FFFF_FFFFL;

    private Uuid7() {}

    /** The smallest id of a millisecond: every id made then or later is greater. */
    public static UUID floor(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | VERSION, VARIANT);
    }

    /** The id of what happened then: the same for the same fact, however often it is told. */
    public static UUID derived(Instant time, String fact) {
        ByteBuffer random = ByteBuffer.wrap(digest(fact));
        long high = time.toEpochMilli() << 16 | VERSION | random.getLong() & RAND_A;
        return new UUID(high, VARIANT | random.getLong() & RAND_B);
    }

    /** In the order of time, which {@link UUID#compareTo} is not: it takes the halves for signed numbers. */
    public static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    public static UUID later(UUID one, UUID other) {
        return compare(one, other) < 0 ? other : one;
    }

    public static UUID earlier(UUID one, UUID other) {
        return compare(one, other) < 0 ? one : other;
    }

    /** What is shown for a stored id. */
    public static UUID known(UUID stored) {
        return NOBODY.equals(stored) ? null : stored;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
