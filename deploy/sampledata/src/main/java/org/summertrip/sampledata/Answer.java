package org.summertrip.sampledata;

import com.fasterxml.jackson.databind.JsonNode;

/** What the API said, read as JSON; a missing node where it said something else. */
record Answer(int status, JsonNode body) {

    String text(String field) {
        return body.path(field).asText();
    }
}
