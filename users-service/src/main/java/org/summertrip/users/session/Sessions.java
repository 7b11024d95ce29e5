package org.summertrip.users.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;
import org.summertrip.users.password.Passwords;
import org.summertrip.users.user.Account;
import org.summertrip.users.user.ExternalIssuer;
import org.summertrip.users.user.User;
import org.summertrip.users.user.Users;

/** Signing in and staying signed in: brings together account, password, failure count, session and token. */
@ApplicationScoped
public class Sessions {
    private final Users users;
    private final Passwords passwords;
    private final LoginAttempts attempts;
    private final SessionStore store;
    private final AccessTokens tokens;
    private final ExternalIssuer external;

    public Sessions(
            Users users,
            Passwords passwords,
            LoginAttempts attempts,
            SessionStore store,
            AccessTokens tokens,
            ExternalIssuer external) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.store = store;
        this.tokens = tokens;
        this.external = external;
    }

    Uni<SignedIn> logIn(Credentials credentials, String userAgent, Optional<String> address) {
        external.mustNotBe();
        return attempts.guard(credentials.email(), address, () -> authenticate(credentials))
                .flatMap(user -> store.open(user.id(), userAgent).map(token -> signedIn(user, token)));
    }

    /** The account is read before the token is spent: an outage in between must not cost the client its session. */
    Uni<SignedIn> refresh(Refresh request) {
        external.mustNotBe();
        RefreshToken spent = store.read(request.refreshToken()).orElseThrow(Sessions::ended);
        return store.ownerOf(spent.sessionId())
                .map(owner -> owner.orElseThrow(Sessions::ended))
                .flatMap(this::ownerOf)
                .flatMap(user -> store.rotate(spent)
                        .map(rotation -> signedIn(
                                user, rotation.orElseThrow(Sessions::ended).next())));
    }

    Uni<Void> logOut(UUID userId, UUID sessionId) {
        return sessionId == null
                ? Uni.createFrom().voidItem()
                : store.end(userId, sessionId).replaceWithVoid();
    }

    /** Ends one of this user's sessions; another's does not exist for them. */
    Uni<Void> end(UUID userId, UUID sessionId) {
        return store.end(userId, sessionId)
                .invoke(theirs -> {
                    if (!theirs) {
                        throw ProblemException.notFound();
                    }
                })
                .replaceWithVoid();
    }

    /** Somebody's sessions, the newest first. */
    public Uni<List<SessionStore.Stored>> of(UUID userId) {
        return store.of(userId);
    }

    /** Ends every session of an account that is no more. */
    public Uni<Void> endAll(UUID userId) {
        return store.endOthers(userId, null);
    }

    /**
     * Changes the password and ends the other sessions: before, so that no crash leaves one behind, and after, for whoever
     * signed in with the old password in between.
     */
    Uni<Void> changePassword(UUID userId, UUID sessionId, NewPassword change, Optional<String> address) {
        external.mustNotBe();
        return users.account(userId)
                .map(account -> account.orElseThrow(() -> new ProblemException(CommonError.UNAUTHENTICATED)))
                .call(account ->
                        attempts.guard(account.user().email(), address, () -> prove(account, change.currentPassword())))
                .call(proven -> store.endOthers(userId, sessionId))
                .flatMap(proven -> passwords.hash(change.newPassword()))
                .flatMap(hash -> users.changePassword(userId, hash))
                .flatMap(changed -> store.endOthers(userId, sessionId));
    }

    private Uni<Void> prove(Account account, String password) {
        return passwords
                .matches(password, account.passwordHash())
                .invoke(right -> {
                    if (!right) {
                        throw new ProblemException(UsersError.WRONG_PASSWORD);
                    }
                })
                .replaceWithVoid();
    }

    /** One path for every way of being wrong: an unknown address costs the hash of nobody's password. */
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
        return users.find(userId).map(found -> found.orElseThrow(Sessions::ended));
    }

    private static ProblemException ended() {
        return new ProblemException(UsersError.SESSION_ENDED);
    }

    private SignedIn signedIn(User user, RefreshToken token) {
        return new SignedIn(
                tokens.issue(user, token.sessionId()), token.text(), "Bearer", tokens.lifetimeSeconds(), user);
    }
}
