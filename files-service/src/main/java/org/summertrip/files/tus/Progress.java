package org.summertrip.files.tus;

import java.time.Instant;
import java.util.UUID;

/**
 * How far an upload is.
 *
 * @param metadata as the client sent it; empty where it sent none
 * @param expiresAt null when it is a file already
 */
record Progress(UUID id, long offset, long length, String metadata, Instant expiresAt) {}
