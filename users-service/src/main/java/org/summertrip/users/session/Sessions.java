package org.summertrip.users.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;
import org.summertrip.users.password.Passwords;
import org.summertrip.users.user.Account;
import org.summertrip.users.user.User;
import org.summertrip.users.user.Users;

/** Signing in and staying signed in: brings together account, password, failure count, session and token. */
@ApplicationScoped
public class Sessions {
    private final Users users;
    private final Passwords passwords;
    private final LoginFailures failures;
    private final SessionStore store;
    private final AccessTokens tokens;
    private final SessionConfig config;

    public Sessions(
            Users users,
            Passwords passwords,
            LoginFailures failures,
            SessionStore store,
            AccessTokens tokens,
            SessionConfig config) {
        this.users = users;
        this.passwords = passwords;
        this.failures = failures;
        this.store = store;
        this.tokens = tokens;
        this.config = config;
    }

    Uni<SignedIn> logIn(Credentials credentials, String userAgent) {
        return failures.count(credentials.email())
                .flatMap(counted -> authenticate(credentials))
                .call(user -> failures.forgive(credentials.email()))
                .flatMap(user -> store.open(user.id(), userAgent).map(token -> signedIn(user, token)));
    }

    Uni<SignedIn> refresh(Refresh request) {
        return RefreshToken.parse(request.refreshToken())
                .map(store::rotate)
                .orElseThrow(() -> new ProblemException(UsersError.SESSION_ENDED))
                .map(rotation -> rotation.orElseThrow(() -> new ProblemException(UsersError.SESSION_ENDED)))
                .flatMap(rotation -> ownerOf(rotation.userId()).map(user -> signedIn(user, rotation.next())));
    }

    Uni<Void> logOut(UUID sessionId) {
        return sessionId == null ? Uni.createFrom().voidItem() : store.end(sessionId);
    }

    private Uni<User> authenticate(Credentials credentials) {
        return users.accountOf(credentials.email())
                .flatMap(account -> passwords
                        .matches(
                                credentials.password(),
                                account.map(Account::passwordHash).orElse(null))
                        .map(right -> {
                            if (!right) {
                                throw new ProblemException(UsersError.WRONG_CREDENTIALS);
                            }
                            return account.orElseThrow().user();
                        }));
    }

    private Uni<User> ownerOf(UUID userId) {
        return users.find(userId).map(found -> found.orElseThrow(() -> new ProblemException(UsersError.SESSION_ENDED)));
    }

    private SignedIn signedIn(User user, RefreshToken token) {
        return new SignedIn(
                tokens.issue(user, token.sessionId()),
                token.text(),
                "Bearer",
                config.accessTokenLifetime().toSeconds(),
                user);
    }
}
