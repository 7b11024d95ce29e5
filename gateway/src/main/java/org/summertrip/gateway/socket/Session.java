package org.summertrip.gateway.socket;

import java.util.UUID;
import org.summertrip.kit.identity.VerifiedToken;

/**
 * What outlives a socket.
 *
 * @param id what the session is known by to others
 * @param secret what only its client knows: what is kept for a resume can be read with it alone
 * @param token the access token, as it was sent
 * @param verified what the token says
 */
record Session(UUID id, String secret, String token, VerifiedToken verified) {
    UUID user() {
        return verified.subject();
    }

    /** What the client is given. */
    String name() {
        return id + "." + secret;
    }

    /** The header with which services are asked on behalf of the client. */
    String authorization() {
        return "Bearer " + token;
    }

    Session with(String newToken, VerifiedToken newlyVerified) {
        return new Session(id, secret, newToken, newlyVerified);
    }
}
