package org.summertrip.users.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a client gets, once by the names that OAuth 2.0 prescribes and once by those of this API. */
@RegisterForReflection
public record ServiceToken(
        @JsonProperty("access_token") String oauthToken,
        @JsonProperty("token_type") String oauthType,
        @JsonProperty("expires_in") long oauthSeconds,
        String accessToken,
        String tokenType,
        long expiresIn) {
    static ServiceToken of(String token, long seconds) {
        return new ServiceToken(token, "Bearer", seconds, token, "Bearer", seconds);
    }

    @Override
    public String toString() {
        return "ServiceToken[…]";
    }
}
