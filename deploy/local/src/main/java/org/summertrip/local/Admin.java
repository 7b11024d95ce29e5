package org.summertrip.local;

import java.net.URI;

/** The first account of an installation, which the configuration makes an administrator. */
final class Admin {

    private static final int CREATED = 201;
    private static final int EXISTS = 409;

    private Admin() {}

    /** The password needs no quoting in JSON, see {@link SuiteSecrets}. */
    static void signUp(Login login, URI gateway, Health health) throws InterruptedException {
        String form = "{\"email\":\"%s\",\"password\":\"%s\",\"firstName\":\"Admin\",\"lastName\":\"Istrator\"}"
                .formatted(login.email(), login.password());
        Health.Reply reply = health.post(gateway.resolve("/users"), form);
        if (reply.status() != CREATED && reply.status() != EXISTS) {
            throw new SuiteException("The administrator cannot sign up: POST /users answers %d %s"
                    .formatted(reply.status(), reply.body()));
        }
    }
}
