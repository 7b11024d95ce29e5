package org.summertrip.files.objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.ServerException;
import io.smallrye.mutiny.TimeoutException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Set;
import org.summertrip.kit.problem.StoreOutage;

/**
 * The store cannot be reached, breaks off, or says itself that it cannot now. An answer that is not S3 comes from something in
 * front of it; a missing bucket is one that a store which came back empty is about to get.
 */
@Singleton
public class S3Outage implements StoreOutage {
    private static final Set<String> TEMPORARY =
            Set.of("InternalError", "ServiceUnavailable", "SlowDown", "RequestTimeout", "NoSuchBucket");

    @Override
    public boolean matches(Throwable failure) {
        if (failure instanceof ErrorResponseException refused) {
            return isTemporary(refused.errorResponse().code());
        }
        return failure instanceof ServerException
                || failure instanceof InvalidResponseException
                || failure instanceof TimeoutException
                || failure instanceof IOException && !(failure instanceof JsonProcessingException);
    }

    /** Whether the store means by this code that it cannot now. */
    static boolean isTemporary(String code) {
        return TEMPORARY.contains(code);
    }
}
