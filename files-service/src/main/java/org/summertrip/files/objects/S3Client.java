package org.summertrip.files.objects;

import com.google.common.collect.Multimap;
import io.minio.ListObjectsV2Response;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.errors.InsufficientDataException;
import io.minio.errors.InternalException;
import io.minio.errors.XmlParserException;
import java.io.IOException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;

/**
 * The MinIO client and two calls that it keeps to its subclasses: a put that takes bytes as they are instead of copying them
 * through a stream, and a listing that does not block.
 */
class S3Client extends MinioAsyncClient {
    S3Client(MinioAsyncClient client) {
        super(client);
    }

    CompletableFuture<ObjectWriteResponse> put(
            String bucket, String region, String key, byte[] bytes, int length, Multimap<String, String> headers)
            throws InsufficientDataException, InternalException, InvalidKeyException, IOException,
                    NoSuchAlgorithmException, XmlParserException {
        return putObjectAsync(bucket, region, key, bytes, length, headers, null);
    }

    CompletableFuture<ListObjectsV2Response> list(String bucket, String region, String prefix, String after, int max)
            throws InsufficientDataException, InternalException, InvalidKeyException, IOException,
                    NoSuchAlgorithmException, XmlParserException {
        return listObjectsV2Async(bucket, region, null, null, after, max, prefix, null, false, false, null, null);
    }

    /** Nothing: {@link Connection} made the HTTP client and ends it. */
    @Override
    public void close() {}
}
