package org.summertrip.messaging.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.NodeUnavailableException;
import com.datastax.oss.driver.api.core.RequestThrottlingException;
import com.datastax.oss.driver.api.core.connection.BusyConnectionException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.HeartbeatException;
import com.datastax.oss.driver.api.core.servererrors.BootstrappingException;
import com.datastax.oss.driver.api.core.servererrors.CASWriteUnknownException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import jakarta.inject.Singleton;
import java.util.List;
import org.summertrip.kit.problem.StoreOutage;

/** Cassandra cannot be reached, has too few replicas up, or did not answer in time. */
@Singleton
class CassandraOutage implements StoreOutage {
    private static final List<Class<? extends RuntimeException>> OUTAGES = List.of(
            NotConnectedException.class,
            DriverTimeoutException.class,
            NodeUnavailableException.class,
            RequestThrottlingException.class,
            BusyConnectionException.class,
            ClosedConnectionException.class,
            HeartbeatException.class,
            BootstrappingException.class,
            OverloadedException.class,
            UnavailableException.class,
            ReadTimeoutException.class,
            WriteTimeoutException.class,
            CASWriteUnknownException.class);

    @Override
    public boolean matches(Throwable failure) {
        return failure instanceof AllNodesFailedException all
                ? !areAllFaults(all)
                : OUTAGES.stream().anyMatch(outage -> outage.isInstance(failure));
    }

    /** A node that answers with an internal error is not down; waiting for it to come back would never end. */
    private static boolean areAllFaults(AllNodesFailedException failure) {
        List<Throwable> errors =
                failure.getAllErrors().values().stream().flatMap(List::stream).toList();
        return !errors.isEmpty() && errors.stream().allMatch(ServerError.class::isInstance);
    }
}
