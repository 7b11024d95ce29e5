package org.summertrip.files.objects;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.MinioAsyncClient;
import io.minio.errors.MinioException;
import io.minio.http.Method;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Addresses that let their bearer do one thing with one object for a while. Signing is arithmetic with the secret key: it needs no
 * call to the store, and cannot be taken back.
 */
public final class PresignedUrls {
    private final MinioAsyncClient signer;
    private final String bucket;

    PresignedUrls(MinioAsyncClient signer, String bucket) {
        this.signer = signer;
        this.bucket = bucket;
    }

    /** An address that takes exactly so many bytes of this type: both headers are part of the signature. */
    public String forPut(String key, String contentType, long size, Duration expiry) {
        return sign(request(Method.PUT, key, expiry)
                .extraHeaders(Map.of("Content-Type", contentType, "Content-Length", String.valueOf(size)))
                .build());
    }

    /** An address to read an object at, answered with this type and disposition whatever the store knows of it. */
    public String forGet(String key, String contentType, String disposition, Duration expiry) {
        return sign(request(Method.GET, key, expiry)
                .extraQueryParams(
                        Map.of("response-content-type", contentType, "response-content-disposition", disposition))
                .build());
    }

    /** An address to read an object at as it is. */
    String forGet(String key, Duration expiry) {
        return sign(request(Method.GET, key, expiry).build());
    }

    private GetPresignedObjectUrlArgs.Builder request(Method method, String key, Duration expiry) {
        return GetPresignedObjectUrlArgs.builder()
                .bucket(bucket)
                .object(key)
                .method(method)
                .expiry(Math.toIntExact(expiry.toSeconds()), TimeUnit.SECONDS);
    }

    private String sign(GetPresignedObjectUrlArgs request) {
        try {
            return signer.getPresignedObjectUrl(request);
        } catch (MinioException | IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("with the region known, signing asks nobody", impossible);
        }
    }
}
