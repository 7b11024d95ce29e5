package org.summertrip.users.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody logs in with. */
@Schema(example = "{\"email\":\"ana.silva@example.org\",\"password\":\"a long passphrase\"}")
public record Credentials(
        @NotNull @Size(max = 254) String email,
        @NotNull @Size(max = 128) String password) {
    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
