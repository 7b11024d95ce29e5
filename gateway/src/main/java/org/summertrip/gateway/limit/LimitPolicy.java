package org.summertrip.gateway.limit;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every limit of the product: what it counts, for whom, and under which setting. A request is admitted when all that apply to it
 * admit it, and counts for none otherwise. All of them admit everything while Redis is away (see the package).
 */
enum LimitPolicy {
    ADDRESS("address", Subject.ADDRESS, LimitConfig::address, asked -> true),
    SIGN_IN("sign-in", Subject.ADDRESS, LimitConfig::signIn, asked -> asked.is("POST", Paths.SIGN_IN)),
    SIGN_UP("sign-up", Subject.ADDRESS, LimitConfig::signUp, asked -> asked.is("POST", Paths.SIGN_UP)),
    USER("user", Subject.PERSON, LimitConfig::user, asked -> true),
    SERVICE("service", Subject.SERVICE, LimitConfig::service, asked -> true),
    READ("read", Subject.PERSON, LimitConfig::read, Asked::reads),
    SEARCH(
            "search",
            Subject.PERSON,
            LimitConfig::search,
            asked -> asked.reads()
                    && (asked.shape().startsWith("/graph/")
                            || asked.searches() && Paths.SEARCHED.contains(asked.shape()))),
    SEND("send", Subject.PERSON, LimitConfig::send, asked -> asked.is("POST", Paths.SEND)),
    UPLOAD(
            "upload",
            Subject.PERSON,
            LimitConfig::upload,
            asked -> asked.is("POST", Paths.UPLOAD)
                    || asked.method().equals("PATCH") && asked.shape().startsWith("/files/uploads/"));

    /** Who has the quota to himself. */
    enum Subject {
        /** Everybody behind one address; exempt networks have it whole at all times. */
        ADDRESS,
        /** The account of the token. */
        PERSON,
        /** The machine client of the token. */
        SERVICE
    }

    private final String code;
    private final Subject subject;
    private final Function<LimitConfig, Quota> quota;
    private final Predicate<Asked> applies;

    LimitPolicy(String code, Subject subject, Function<LimitConfig, Quota> quota, Predicate<Asked> applies) {
        this.code = code;
        this.subject = subject;
        this.quota = quota;
        this.applies = applies;
    }

    /** The name in headers, keys and refusals. */
    String code() {
        return code;
    }

    Subject subject() {
        return subject;
    }

    Quota quota(LimitConfig config) {
        return quota.apply(config);
    }

    boolean appliesTo(Asked asked) {
        return applies.test(asked);
    }

    /** Whether bytes are counted rather than requests. */
    boolean countsBytes() {
        return this == UPLOAD;
    }

    private static final class Paths {
        private static final Set<String> SIGN_IN = Set.of("/auth/login", "/auth/refresh", "/auth/token");
        private static final Set<String> SIGN_UP = Set.of("/users");
        private static final Set<String> SEARCHED = Set.of("/users", "/groups");
        private static final Set<String> UPLOAD = Set.of("/storage/upload", "/files/uploads");
        private static final Set<String> SEND = Set.of(
                "/messages",
                "/conversations",
                "/notifications",
                "/friends/requests",
                "/groups/{}/invites",
                "/groups/{}/activities");
    }
}
