package org.summertrip.users.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The refresh token to spend. */
@Schema(example = "{\"refreshToken\":\"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49.Zk3…\"}")
public record Refresh(@NotNull @Size(max = 200) String refreshToken) {
    @Override
    public String toString() {
        return "Refresh[…]";
    }
}
