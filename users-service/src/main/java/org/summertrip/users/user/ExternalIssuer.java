package org.summertrip.users.user;

import jakarta.inject.Singleton;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;

/** Whether somebody else says who people are. Then there is no signing up and no password here. */
@Singleton
public class ExternalIssuer {
    private final boolean external;

    public ExternalIssuer(UserConfig config) {
        this.external = config.externalIssuer();
    }

    public boolean isIt() {
        return external;
    }

    /** Refuses what only makes sense for an issuer of its own. */
    public void mustNotBe() {
        if (external) {
            throw new ProblemException(UsersError.EXTERNAL_ISSUER);
        }
    }
}
