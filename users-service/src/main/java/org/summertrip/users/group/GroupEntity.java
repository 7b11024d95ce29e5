package org.summertrip.users.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.summertrip.users.text.SearchKey;

/** The row of a group. Its member count is changed by {@link GroupRepository} only. */
@Entity
@Table(name = "groups")
class GroupEntity {
    @Id
    UUID id;

    String name;

    @Column(name = "name_key")
    String nameKey;

    String description;
    String destination;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    String visibility;

    @Column(name = "max_members")
    int maxMembers;

    @Column(name = "member_count")
    int memberCount;

    @Column(name = "created_by")
    UUID createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    int version;

    /** Takes over what people may choose. */
    void take(NewGroup fields, Instant now) {
        name = fields.name();
        nameKey = " " + SearchKey.of(fields.name());
        description = fields.description();
        destination = fields.destination();
        timeZone = fields.timeZone();
        startsOn = fields.startsOn();
        endsOn = fields.endsOn();
        visibility = fields.visibility().toString();
        maxMembers = fields.maxMembers();
        updatedAt = now;
    }

    /** What people may choose, as it is now. */
    NewGroup fields() {
        return new NewGroup(name, description, destination, timeZone, startsOn, endsOn, visibility(), maxMembers);
    }

    Visibility visibility() {
        return Visibility.of(visibility);
    }
}
