package org.summertrip.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.summertrip.gateway.contract.Contract;

/** Adds one OpenAPI document after the other to a first one, which gives the title, the security and the manners. */
final class Merge {
    private final ObjectNode merged;

    Merge(Contract first) {
        merged = first.document().deepCopy();
        merged.putArray("servers").addObject().put("url", "/");
    }

    ObjectNode result() {
        return merged;
    }

    void add(Contract contract) {
        JsonNode components = contract.document().path("components");
        ComponentNames names = ComponentNames.of(contract.service(), components, merged.path("components"));
        addComponents(components, names);
        addPaths(contract, names);
        addTags(contract.document().path("tags"));
    }

    /** Equal things of the same name are one thing; {@code names} has told the others apart. */
    private void addComponents(JsonNode components, ComponentNames names) {
        components.properties().forEach(kind -> {
            ObjectNode target = merged.withObject("/components").withObject("/" + kind.getKey());
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                String name = names.of(kind.getKey(), component.getKey());
                if (!target.has(name)) {
                    target.set(name, names.apply(component.getValue()));
                }
            }
        });
    }

    private void addPaths(Contract contract, ComponentNames names) {
        ObjectNode target = merged.withObject("/paths");
        for (Map.Entry<String, JsonNode> path : contract.paths()) {
            JsonNode item = names.apply(path.getValue());
            JsonNode present = target.get(path.getKey());
            if (present == null) {
                target.set(path.getKey(), item);
            } else {
                ((ObjectNode) present).setAll((ObjectNode) item);
            }
        }
    }

    private void addTags(JsonNode tags) {
        ArrayNode target = merged.withArray("/tags");
        for (JsonNode tag : tags) {
            boolean known = target.valueStream()
                    .anyMatch(present -> present.path("name").equals(tag.path("name")));
            if (!known) {
                target.add(tag);
            }
        }
    }
}
