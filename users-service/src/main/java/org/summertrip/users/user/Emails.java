package org.summertrip.users.user;

/** What counts as an e-mail address here. */
final class Emails {
    /** Something, an at sign, a domain with a dot: Bean Validation alone takes {@code a@b}. */
    static final String PATTERN = "[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+";

    private Emails() {}
}
