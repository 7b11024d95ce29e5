package org.summertrip.files.upload;

import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;

/**
 * Somebody wants to upload something.
 *
 * @param groupId whose members shall see it, or null
 * @param idempotencyKey or null
 * @param http the request, its body unread
 */
record UploadRequest(UUID callerId, UUID groupId, String idempotencyKey, HttpServerRequest http) {}
