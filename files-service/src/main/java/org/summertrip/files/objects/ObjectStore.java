package org.summertrip.files.objects;

import com.google.common.collect.ImmutableMultimap;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The objects of the bucket. */
@ApplicationScoped
public class ObjectStore {
    private static final int PRECONDITION_FAILED = 412;
    private static final int LISTED_AT_ONCE = 1000;
    private static final int DELETED_AT_ONCE = 16;
    private static final Duration SOON = Duration.ofMillis(50);
    private static final int REPETITIONS = 3;

    private final S3Client client;
    private final S3Calls calls;
    private final ContentClient contents;
    private final ObjectsConfig config;

    ObjectStore(S3Client client, S3Calls calls, ContentClient contents, ObjectsConfig config) {
        this.client = client;
        this.calls = calls;
        this.contents = contents;
        this.config = config;
    }

    /** Stores a small object, or another in its place. */
    public Uni<Void> put(String key, byte[] bytes, String contentType) {
        ImmutableMultimap<String, String> headers = ImmutableMultimap.of("Content-Type", contentType);
        return calls.call(
                        config.callTimeout(),
                        () -> client.put(config.bucket(), config.region(), key, bytes, bytes.length, headers))
                .onFailure(ObjectStore::asksToTryAgain)
                .retry()
                .withBackOff(SOON)
                .atMost(REPETITIONS)
                .replaceWithVoid();
    }

    /** What S3 calls an internal error passes; S3Proxy has one when a folder vanishes while something is put into it. */
    private static boolean asksToTryAgain(Throwable failure) {
        return failure instanceof ErrorResponseException error
                && "InternalError".equals(error.errorResponse().code());
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
        return get(key, config.callTimeout());
    }

    /** An object of some megabytes, whole: for which there must be room. */
    public Uni<Optional<byte[]>> getLarge(String key) {
        return get(key, config.partTimeout());
    }

    private Uni<Optional<byte[]>> get(String key, Duration patience) {
        return open(GetObjectArgs.builder().bucket(config.bucket()).object(key).build())
                .flatMap(opened -> opened.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : readAll(opened.get(), patience).map(Optional::of));
    }

    private Uni<byte[]> readAll(GetObjectResponse opened, Duration patience) {
        return calls.work(() -> {
                    try (opened) {
                        return opened.readAllBytes();
                    }
                })
                .ifNoItem()
                .after(patience)
                .fail();
    }

    /** Opens a part of an object for reading; empty if there is no such object. Whoever gets the stream closes it. */
    public Uni<Optional<ObjectStream>> open(String key, long offset, long length) {
        return contents.open(key, offset, length);
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

    /**
     * Stores content unless there is something under this key already.
     *
     * @return whether it was stored
     */
    public Uni<Boolean> putIfAbsent(String key, byte[] bytes, int length) {
        ImmutableMultimap<String, String> headers = ImmutableMultimap.of("If-None-Match", "*");
        return calls.callFromWorker(
                        config.partTimeout(),
                        () -> client.put(config.bucket(), config.region(), key, bytes, length, headers))
                .replaceWith(true)
                .onFailure(ObjectStore::isPresent)
                .recoverWithItem(false);
    }

    private static boolean isPresent(Throwable failure) {
        return failure instanceof ErrorResponseException refused
                && ("PreconditionFailed".equals(refused.errorResponse().code())
                        || refused.response().code() == PRECONDITION_FAILED);
    }

    /** Keys in their order, each without the prefix. */
    public Uni<List<String>> list(String prefix, String after, int max) {
        return entries(prefix, after, max)
                .map(entries -> entries.stream().map(Entry::name).toList());
    }

    /** The same with sizes. */
    public Uni<List<Entry>> entries(String prefix, String after, int max) {
        return calls.call(
                        config.callTimeout(),
                        () -> client.list(
                                config.bucket(), config.region(), prefix, after == null ? null : prefix + after, max))
                .map(response -> response.result().contents().stream()
                        .map(item -> new Entry(item.objectName().substring(prefix.length()), item.size()))
                        .toList());
    }

    /** Everything under a prefix, page after page, the next page when somebody wants it. */
    public Multi<Entry> all(String prefix) {
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicReference<String>::new,
                        last -> entries(prefix, last.get(), LISTED_AT_ONCE)
                                .invoke(page -> last.set(
                                        page.isEmpty()
                                                ? null
                                                : page.get(page.size() - 1).name())))
                .whilst(page -> page.size() == LISTED_AT_ONCE)
                .onItem()
                .transformToIterable(page -> page);
    }

    /** Removes objects; those that are not there do not matter. */
    public Uni<Void> delete(List<String> keys) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUni(this::delete)
                .merge(DELETED_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> delete(String key) {
        RemoveObjectArgs what =
                RemoveObjectArgs.builder().bucket(config.bucket()).object(key).build();
        return calls.call(config.callTimeout(), () -> client.removeObject(what))
                // What is not there is gone, which is all that was asked for.
                .onFailure(ObjectStore::isAbsent)
                .recoverWithNull();
    }
}
