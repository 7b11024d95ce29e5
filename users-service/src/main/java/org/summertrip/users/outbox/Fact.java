package org.summertrip.users.outbox;

import java.util.UUID;

/**
 * Something that happened and that the other services are told.
 *
 * @param type {@code user.created}
 * @param subject the account or group that it happened to: events of one subject stay in order
 * @param data a record; it must not hold an e-mail address or anything secret
 */
public record Fact(String type, UUID subject, Object data) {}
