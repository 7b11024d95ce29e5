package org.summertrip.kit.identity;

/** What a token's {@code groups} claim may hold. */
public final class Roles {
    /** A person with an account. */
    public static final String USER = "user";
    /** Somebody who runs the product. */
    public static final String ADMIN = "admin";
    /** Another service of the suite. */
    public static final String SERVICE = "service";

    private Roles() {}
}
