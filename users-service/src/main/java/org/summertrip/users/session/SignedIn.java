package org.summertrip.users.session;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.summertrip.users.user.User;

/**
 * What a login or a refresh gives.
 *
 * @param accessToken to send as {@code Authorization: Bearer …}
 * @param refreshToken good for one refresh
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds until the access token is good no more
 */
@RegisterForReflection
public record SignedIn(String accessToken, String refreshToken, String tokenType, long expiresIn, User user) {
    @Override
    public String toString() {
        return "SignedIn[" + user.id() + "]";
    }
}
