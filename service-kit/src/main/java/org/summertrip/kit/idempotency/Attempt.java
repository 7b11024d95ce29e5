package org.summertrip.kit.idempotency;

import java.util.UUID;

/**
 * One named attempt.
 *
 * @param key the client's {@code Idempotency-Key}, or null when it named none
 * @param callerId whose attempt it is, or null for an anonymous one, which is then known by its body as well
 * @param route what is attempted: {@code POST /groups}
 * @param fingerprint of the body, from {@link Idempotency#fingerprint}: the same key with another body is a mistake to report
 */
public record Attempt(String key, UUID callerId, String route, String fingerprint) {}
