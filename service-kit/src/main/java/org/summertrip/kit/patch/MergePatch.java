package org.summertrip.kit.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.problem.StrictJsonReader;

/**
 * Applies a merge patch to the changeable part of a thing. What comes out is read and validated like the body of a POST, so
 * that rules between fields hold whichever of them was sent; wrapping each field in an "absent or value" type could not.
 */
@Singleton
public class MergePatch {
    private final ObjectMapper mapper;
    private final StrictJsonReader reader;

    public MergePatch(ObjectMapper mapper, StrictJsonReader reader) {
        this.mapper = mapper;
        this.reader = reader;
    }

    /**
     * The present state with the patch applied.
     *
     * @param present what a client may change, as it is now
     * @throws ProblemException 400 with everything that is wrong with the outcome
     */
    public <T> T apply(T present, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw ProblemException.invalid("", "body", "must be an object");
        }
        ObjectNode whole = mapper.valueToTree(present);
        merge(whole, patch);
        try {
            return reader.readValid(type, mapper.writeValueAsBytes(whole));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can be written", impossible);
        }
    }

    /** Cleared fields stay as null instead of vanishing, so that clearing an unknown field is noticed. */
    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue().isObject() && target.get(field.getKey()) instanceof ObjectNode nested) {
                merge(nested, field.getValue());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }
}
