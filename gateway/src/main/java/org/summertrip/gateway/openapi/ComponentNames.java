package org.summertrip.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How the components of a document are called once it is part of a larger one. A name that means something else there is put
 * behind the name of the service: {@code Member} of graph-service becomes {@code GraphMember}. So is one that looks equal but
 * refers to such a name, because it then means something else too.
 */
final class ComponentNames {
    private static final String ROOT = "#/components/";
    /** Referred to by bare names, and the same for all: every service takes the same tokens. */
    private static final String SECURITY = "securitySchemes";

    private final Map<String, String> renamed = new HashMap<>();

    private ComponentNames() {}

    static ComponentNames of(String service, JsonNode components, JsonNode present) {
        Set<String> clashing = new HashSet<>();
        while (addClashing(components, present, clashing)) {
            // until nothing refers to a clashing name without clashing itself
        }
        ComponentNames names = new ComponentNames();
        for (String reference : clashing) {
            int name = reference.lastIndexOf('/') + 1;
            names.renamed.put(reference, reference.substring(0, name) + prefix(service) + reference.substring(name));
        }
        return names;
    }

    /** The name of a component in the larger document. */
    String of(String kind, String name) {
        String reference = ROOT + kind + '/' + name;
        return renamed.getOrDefault(reference, reference).substring((ROOT + kind + '/').length());
    }

    /** A copy with every reference to a renamed component following it. */
    JsonNode apply(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(renamed.getOrDefault(node.textValue(), node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), apply(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(apply(element)));
            return copy;
        }
        return node;
    }

    private static boolean addClashing(JsonNode components, JsonNode present, Set<String> clashing) {
        boolean grown = false;
        for (Map.Entry<String, JsonNode> kind : components.properties()) {
            if (SECURITY.equals(kind.getKey())) {
                continue;
            }
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                JsonNode other = present.path(kind.getKey()).path(component.getKey());
                boolean clash = !other.isMissingNode()
                        && (!other.equals(component.getValue()) || refersTo(component.getValue(), clashing));
                grown |= clash && clashing.add(ROOT + kind.getKey() + '/' + component.getKey());
            }
        }
        return grown;
    }

    private static boolean refersTo(JsonNode node, Set<String> references) {
        if (node.isTextual()) {
            return references.contains(node.textValue());
        }
        for (JsonNode child : node) {
            if (refersTo(child, references)) {
                return true;
            }
        }
        return false;
    }

    /** {@code graph-service} gives {@code Graph}. */
    private static String prefix(String service) {
        StringBuilder prefix = new StringBuilder();
        for (String word : service.replaceFirst("-service$", "").split("-")) {
            prefix.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return prefix.toString();
    }
}
