package org.summertrip.files.objects;

import com.google.common.collect.ImmutableMultimap;
import io.minio.errors.ErrorResponseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Content that comes in parts: nothing can be seen of it before it is completed. */
@ApplicationScoped
public class MultipartUploads {
    private static final int MOST_LISTED = 1000;

    private final S3Client client;
    private final S3Calls calls;
    private final ObjectsConfig config;

    MultipartUploads(S3Client client, S3Calls calls, ObjectsConfig config) {
        this.client = client;
        this.calls = calls;
        this.config = config;
    }

    public Uni<MultipartUpload> begin(String key, Map<String, String> headers) {
        return calls.call(
                        config.callTimeout(),
                        () -> client.createMultipartUploadAsync(
                                config.bucket(),
                                config.region(),
                                key,
                                ImmutableMultimap.copyOf(headers.entrySet()),
                                null))
                .map(response -> new MultipartUpload(key, response.result().uploadId()));
    }

    /** Stores the next part; all but the last must have the same size, at least 5 MiB. */
    public Uni<Void> add(MultipartUpload upload, byte[] bytes, int length) {
        return calls.callFromWorker(
                        config.partTimeout(),
                        () -> client.uploadPartAsync(
                                config.bucket(),
                                config.region(),
                                upload.key(),
                                bytes,
                                length,
                                upload.uploadId(),
                                upload.nextNumber(),
                                null,
                                null))
                .invoke(stored -> upload.add(stored.etag()))
                .replaceWithVoid();
    }

    public Uni<Void> complete(MultipartUpload upload) {
        return calls.call(
                        config.assemblyTimeout(),
                        () -> client.completeMultipartUploadAsync(
                                config.bucket(),
                                config.region(),
                                upload.key(),
                                upload.uploadId(),
                                upload.parts(),
                                null,
                                null))
                .replaceWithVoid();
    }

    public Uni<Void> abort(MultipartUpload upload) {
        return abort(upload.key(), upload.uploadId());
    }

    private Uni<Void> abort(String key, String uploadId) {
        return calls.call(
                        config.callTimeout(),
                        () -> client.abortMultipartUploadAsync(
                                config.bucket(), config.region(), key, uploadId, null, null))
                // Aborted or completed by somebody else: there is nothing to abort. Every other failure is surfaced.
                .onFailure(MultipartUploads::isGone)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof ErrorResponseException refused
                && "NoSuchUpload".equals(refused.errorResponse().code());
    }

    /** Aborts what was begun before then and never finished: what a killed replica leaves behind. */
    public Uni<Integer> abortBegunBefore(Instant then) {
        return calls.call(
                        config.callTimeout(),
                        () -> client.listMultipartUploadsAsync(
                                config.bucket(),
                                config.region(),
                                null,
                                null,
                                null,
                                MOST_LISTED,
                                null,
                                null,
                                null,
                                null))
                .flatMap(response -> abortAll(response.result().uploads().stream()
                        .filter(upload -> upload.initiated().toInstant().isBefore(then))
                        .map(upload -> abort(upload.objectName(), upload.uploadId()))
                        .toList()));
    }

    private static Uni<Integer> abortAll(List<Uni<Void>> aborts) {
        return aborts.isEmpty()
                ? Uni.createFrom().item(0)
                : Uni.join().all(aborts).andCollectFailures().map(List::size);
    }
}
