package org.summertrip.users.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The row of an activity. */
@Entity
@Table(name = "activities")
class ActivityEntity {
    @Id
    UUID id;

    @Column(name = "group_id")
    UUID groupId;

    @Column(name = "proposed_by")
    UUID proposedBy;

    String type;
    String title;
    String description;
    String location;
    Double latitude;
    Double longitude;

    @Column(name = "scheduled_at")
    Instant scheduledAt;

    @Column(name = "duration_minutes")
    Integer durationMinutes;

    String status;

    @Column(name = "created_at")
    Instant createdAt;

    @Version
    int version;

    /** Takes over what people may choose. */
    void take(NewActivity fields) {
        type = fields.type();
        title = fields.title();
        description = fields.description();
        location = fields.location();
        latitude = fields.latitude();
        longitude = fields.longitude();
        scheduledAt = fields.scheduledAt();
        durationMinutes = fields.durationMinutes();
        status = fields.status().toString();
    }

    /** What people may choose, as it is now. */
    NewActivity fields() {
        return new NewActivity(
                type,
                title,
                description,
                location,
                latitude,
                longitude,
                scheduledAt,
                durationMinutes,
                Status.of(status));
    }
}
