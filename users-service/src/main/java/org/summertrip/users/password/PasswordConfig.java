package org.summertrip.users.password;

import io.quarkus.runtime.configuration.MemorySize;
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

    /** How much memory a hash takes: OWASP's minimum for one lane. Old hashes stay good when this is raised. */
    @WithDefault("19M")
    MemorySize memory();

    /** How often a hash goes over that memory. OWASP asks for two; four take about a tenth of a second here, which nobody notices. */
    @WithDefault("4")
    int passes();
}
