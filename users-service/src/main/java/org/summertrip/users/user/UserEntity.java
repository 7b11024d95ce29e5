package org.summertrip.users.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.users.text.SearchKey;

/** The row of an account. */
@Entity
@Table(name = "users")
class UserEntity {
    @Id
    UUID id;

    String email;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "first_name")
    String firstName;

    @Column(name = "last_name")
    String lastName;

    @Column(name = "first_name_key")
    String firstNameKey;

    @Column(name = "last_name_key")
    String lastNameKey;

    @Column(name = "avatar_file_id")
    UUID avatarFileId;

    String locale;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    int version;

    /** Takes over what people may choose. */
    void take(UserChanges fields, Instant now) {
        firstName = fields.firstName();
        lastName = fields.lastName();
        firstNameKey = SearchKey.of(firstName);
        lastNameKey = SearchKey.of(lastName);
        avatarFileId = fields.avatarFileId();
        locale = fields.locale();
        updatedAt = now;
    }

    /** What people may choose, as it is now. */
    UserChanges fields() {
        return new UserChanges(firstName, lastName, avatarFileId, locale);
    }
}
