package org.summertrip.users.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of password; the present one proves that it is not just somebody at an unlocked screen. */
@Schema(example = "{\"currentPassword\":\"a long passphrase\",\"newPassword\":\"an even longer passphrase\"}")
public record NewPassword(
        @NotNull @Size(max = 128) String currentPassword,
        @NotNull @Size(min = 8, max = 128) String newPassword) {
    @Override
    public String toString() {
        return "NewPassword[…]";
    }
}
