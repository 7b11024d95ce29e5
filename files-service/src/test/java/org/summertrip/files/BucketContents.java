package org.summertrip.files;

import io.minio.MinioAsyncClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.summertrip.files.objects.Entry;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.files.objects.ObjectsConfig;

/** What really lies in the bucket. */
@Singleton
public class BucketContents {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectStore objects;
    private final MinioAsyncClient client;
    private final ObjectsConfig config;

    BucketContents(ObjectStore objects, MinioAsyncClient client, ObjectsConfig config) {
        this.objects = objects;
        this.config = config;
        this.client = client;
    }

    public List<String> contentsOf(UUID ownerId) {
        return keys("files/" + ownerId + "/");
    }

    public List<String> keys(String prefix) {
        return objects.list(prefix, null, 1000).await().atMost(PATIENCE);
    }

    /** Every object but the bytes of the largest. */
    public Map<String, byte[]> everything() {
        Map<String, byte[]> all = new HashMap<>();
        for (Entry entry : objects.all("").collect().asList().await().atMost(PATIENCE)) {
            boolean small = entry.size() < 100_000;
            byte[] bytes =
                    small ? objects.get(entry.name()).await().atMost(PATIENCE).orElse(new byte[0]) : new byte[0];
            all.put(entry.name(), bytes);
        }
        return all;
    }

    public void put(String key, byte[] content) {
        objects.put(key, content, "application/octet-stream").await().atMost(PATIENCE);
    }

    /** The keys of the multipart uploads that this person has begun and nobody has finished. */
    public List<String> unfinished(UUID ownerId) {
        try {
            return client
                    .listMultipartUploadsAsync(config.bucket(), null, null, null, null, 1000, null, null, null, null)
                    .get(5, TimeUnit.SECONDS)
                    .result()
                    .uploads()
                    .stream()
                    .map(upload -> upload.objectName())
                    .filter(key -> key.startsWith("files/" + ownerId))
                    .toList();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
