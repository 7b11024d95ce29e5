package org.summertrip.users.user;

/**
 * What signing in needs to know of an account.
 *
 * @param passwordHash never leaves this service; null for an account of an external issuer
 */
public record Account(User user, String passwordHash) {
    @Override
    public String toString() {
        return "Account[" + user.id() + "]";
    }
}
