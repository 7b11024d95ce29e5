package org.summertrip.files;

import io.minio.MinioAsyncClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.summertrip.files.objects.ObjectStore;

/** What really lies in the bucket. */
@Singleton
public class BucketContents {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectStore objects;
    private final MinioAsyncClient client;

    BucketContents(ObjectStore objects, MinioAsyncClient client) {
        this.objects = objects;
        this.client = client;
    }

    public List<String> contentsOf(UUID ownerId) {
        return keys("files/" + ownerId + "/");
    }

    public List<String> keys(String prefix) {
        return objects.list(prefix, null, 1000).await().atMost(PATIENCE);
    }

    public void put(String key, byte[] content) {
        objects.put(key, content, "application/octet-stream").await().atMost(PATIENCE);
    }

    /** The keys of the multipart uploads that this person has begun and nobody has finished. */
    public List<String> unfinished(UUID ownerId) {
        try {
            return client
                    .listMultipartUploadsAsync("uploads", null, null, null, null, 1000, null, null, null, null)
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
