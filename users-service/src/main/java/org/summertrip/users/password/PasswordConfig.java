package org.summertrip.users.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the machine password hashing may take. */
@ConfigMapping(prefix = "users.password")
public interface PasswordConfig {
    /** How many passwords are hashed at once; each takes a core and 19 MiB for about a tenth of a second. */
    @WithDefault("2")
    int threads();

    /** How many may wait for that; more are told to come back (503). */
    @WithDefault("64")
    int waiting();
}
