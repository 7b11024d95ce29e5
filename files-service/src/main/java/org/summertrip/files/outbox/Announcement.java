package org.summertrip.files.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;

/**
 * An event that is published once its fact is seen.
 *
 * @param id where it lies in the outbox; increasing, hence the order of publication
 * @param event what will be published
 * @param preparation what the witness needs to undo or to tidy up; null for a fact that is true already and needs no witness
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Announcement(UUID id, CloudEvent event, JsonNode preparation) {
    @JsonIgnore
    public boolean isTrueAlready() {
        return preparation == null || preparation.isNull();
    }
}
