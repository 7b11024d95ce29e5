package org.summertrip.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.summertrip.gateway.contract.Contracts;

/** The documentation of everything behind the gateway, made once when it starts. */
@Singleton
@Startup
public class MergedDocument {
    private final String json;

    public MergedDocument(Contracts contracts) {
        Merge merge = new Merge(contracts.own());
        contracts.services().forEach(merge::add);
        try {
            json = new ObjectMapper().writeValueAsString(merge.result());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read can be written", impossible);
        }
    }

    String json() {
        return json;
    }
}
