package org.summertrip.messaging.message;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How many reacted with one emoji.
 *
 * @param mine whether the caller is among them
 */
@RegisterForReflection
public record Reaction(String emoji, long count, boolean mine) {}
