package org.summertrip.users.user;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What it takes to sign up. */
@Schema(
        example =
                "{\"email\":\"ana.silva@example.org\",\"password\":\"a long passphrase\",\"firstName\":\"Ana\",\"lastName\":\"Silva\"}")
public record NewUser(
        @NotBlank @Email(regexp = Emails.PATTERN) @Size(max = 254) String email,

        @NotNull @Size(min = 8, max = 128) String password,
        @Size(min = 1, max = 100) String firstName,
        @Size(min = 1, max = 100) String lastName) {
    public NewUser {
        email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
        firstName = firstName == null ? null : firstName.strip();
        lastName = lastName == null ? null : lastName.strip();
    }

    @Override
    public String toString() {
        return "NewUser[…]";
    }
}
