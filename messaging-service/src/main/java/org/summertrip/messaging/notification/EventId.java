package org.summertrip.messaging.notification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;

/**
 * The id of the notification that an event becomes: UUIDv7 in form, with the time of the event, and the same whenever the event
 * is delivered again.
 */
final class EventId {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RAND_A = 0x0FFFL;
    private static final long RAND_B = 0x3FFF_FFFF_FFFF_FFFFL;

    private EventId() {}

    static UUID of(CloudEvent event, UUID receiver) {
        ByteBuffer random = ByteBuffer.wrap(digest(event.id() + " " + receiver));
        long high = event.time().toEpochMilli() << 16 | VERSION_7 | random.getLong() & RAND_A;
        return new UUID(high, VARIANT | random.getLong() & RAND_B);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
