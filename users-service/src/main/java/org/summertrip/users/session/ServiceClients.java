package org.summertrip.users.session;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.secret.Seal;
import org.summertrip.users.UsersError;
import org.summertrip.users.user.ExternalIssuer;

/** The programs that may act as a service (OAuth 2.0 client credentials, RFC 6749 section 4.4), as configured. */
@Startup
@Singleton
public class ServiceClients {
    private static final int SHORTEST_SECRET = 32;

    private final Map<String, String> secrets;
    private final LoginAttempts attempts;
    private final AccessTokens tokens;
    private final Seal seal;
    private final ExternalIssuer external;

    public ServiceClients(
            SessionConfig config, LoginAttempts attempts, AccessTokens tokens, Seal seal, ExternalIssuer external) {
        this.secrets = config.serviceClients().orElse(Set.of()).stream()
                .map(ServiceClients::entry)
                .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> entry[1]));
        this.attempts = attempts;
        this.tokens = tokens;
        this.seal = seal;
        this.external = external;
    }

    /** A token for a client that knows its secret. Guesses are counted like failed logins. */
    Uni<ServiceToken> token(String clientId, String secret, Optional<String> address) {
        external.mustNotBe();
        return attempts.guard("client " + clientId, address, () -> prove(clientId, secret))
                .map(proven -> ServiceToken.of(tokens.issueToService(clientId), tokens.lifetimeSeconds()));
    }

    /** Compares digests, so that neither the length nor the start of a secret shows in the time it takes. */
    private Uni<Void> prove(String clientId, String secret) {
        byte[] expected = digest(secrets.getOrDefault(clientId, ""));
        boolean right = MessageDigest.isEqual(expected, digest(secret));
        if (!right || !secrets.containsKey(clientId)) {
            throw new ProblemException(UsersError.WRONG_CLIENT);
        }
        return Uni.createFrom().voidItem();
    }

    private byte[] digest(String secret) {
        return seal.digest("client", secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] entry(String text) {
        String[] parts = text.strip().split(":", 2);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].length() < SHORTEST_SECRET) {
            // The entry would show the secret.
            throw new IllegalArgumentException("users.service-clients needs entries id:secret, secrets of at least "
                    + SHORTEST_SECRET + " characters");
        }
        return parts;
    }
}
