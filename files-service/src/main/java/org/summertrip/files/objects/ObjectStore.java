package org.summertrip.files.objects;

import com.google.common.collect.ImmutableMultimap;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Item;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of the bucket. */
@ApplicationScoped
public class ObjectStore {
    private final S3Client client;
    private final S3Calls calls;
    private final ObjectsConfig config;

    ObjectStore(S3Client client, S3Calls calls, ObjectsConfig config) {
        this.client = client;
        this.calls = calls;
        this.config = config;
    }

    /** Stores a small object, or another in its place. */
    public Uni<Void> put(String key, byte[] bytes, String contentType) {
        ImmutableMultimap<String, String> headers = ImmutableMultimap.of("Content-Type", contentType);
        return calls.call(
                        config.callTimeout(),
                        () -> client.put(config.bucket(), config.region(), key, bytes, bytes.length, headers))
                .replaceWithVoid();
    }

    /** Stores content that came in one piece. */
    public Uni<Void> put(String key, byte[] bytes, int length, Map<String, String> headers) {
        return calls.callFromWorker(
                        config.partTimeout(),
                        () -> client.put(
                                config.bucket(),
                                config.region(),
                                key,
                                bytes,
                                length,
                                ImmutableMultimap.copyOf(headers.entrySet())))
                .replaceWithVoid();
    }

    /** A small object, whole. */
    public Uni<Optional<byte[]>> get(String key) {
        return open(GetObjectArgs.builder().bucket(config.bucket()).object(key).build())
                .flatMap(opened -> opened.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : readAll(opened.get()).map(Optional::of));
    }

    private Uni<byte[]> readAll(GetObjectResponse opened) {
        return calls.work(() -> {
                    try (opened) {
                        return opened.readAllBytes();
                    }
                })
                .ifNoItem()
                .after(config.callTimeout())
                .fail();
    }

    /** Opens a part of an object for reading; empty if there is no such object. Whoever gets the stream closes it. */
    public Uni<Optional<ObjectStream>> open(String key, long offset, long length) {
        GetObjectArgs what = GetObjectArgs.builder()
                .bucket(config.bucket())
                .object(key)
                .offset(offset)
                .length(length)
                .build();
        return open(what).map(opened -> opened.map(stream -> new ObjectStream(stream, length, calls)));
    }

    private Uni<Optional<GetObjectResponse>> open(GetObjectArgs what) {
        return calls.call(config.callTimeout(), () -> Handover.of(client.getObject(what)))
                .map(Optional::of)
                .onFailure(ObjectStore::isAbsent)
                .recoverWithItem(Optional::empty);
    }

    private static boolean isAbsent(Throwable failure) {
        return failure instanceof ErrorResponseException refused
                && "NoSuchKey".equals(refused.errorResponse().code());
    }

    /** Keys in their order, each without the prefix. */
    public Uni<List<String>> list(String prefix, String after, int max) {
        return calls.call(
                        config.callTimeout(),
                        () -> client.list(
                                config.bucket(), config.region(), prefix, after == null ? null : prefix + after, max))
                .map(response -> response.result().contents().stream()
                        .map(Item::objectName)
                        .map(key -> key.substring(prefix.length()))
                        .toList());
    }

    /** Removes objects; those that are not there do not matter. */
    public Uni<Void> delete(List<String> keys) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndMerge(this::delete)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> delete(String key) {
        RemoveObjectArgs what =
                RemoveObjectArgs.builder().bucket(config.bucket()).object(key).build();
        return calls.call(config.callTimeout(), () -> client.removeObject(what))
                .onFailure(ObjectStore::isAbsent)
                .recoverWithNull();
    }
}
