package org.summertrip.users.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.problem.Violation;

/** A request for a token: a form as OAuth 2.0 has it, or the same as JSON; the client in it or in a Basic header. */
record TokenRequest(String clientId, String secret) {
    private static final String BASIC = "Basic ";

    static TokenRequest of(String contentType, String body, String authorization, ObjectMapper mapper) {
        Map<String, String> fields = new HashMap<>();
        if (contentType != null && contentType.startsWith(MediaType.APPLICATION_JSON)) {
            json(body, mapper)
                    .properties()
                    .forEach(field ->
                            fields.put(snake(field.getKey()), field.getValue().asText()));
        } else {
            form(body, fields);
        }
        basic(authorization, fields);
        List<Violation> wrong = new ArrayList<>();
        if (!"client_credentials".equals(fields.get("grant_type"))) {
            wrong.add(new Violation("grant_type", "body", "must be client_credentials"));
        }
        for (String needed : List.of("client_id", "client_secret")) {
            if (fields.getOrDefault(needed, "").isEmpty()) {
                wrong.add(new Violation(needed, "body", "is needed"));
            }
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
        return new TokenRequest(fields.get("client_id"), fields.get("client_secret"));
    }

    private static JsonNode json(String body, ObjectMapper mapper) {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new ProblemException(CommonError.MALFORMED_JSON);
        }
    }

    private static void form(String body, Map<String, String> fields) {
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
        }
    }

    private static void basic(String authorization, Map<String, String> fields) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return;
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            fields.put("client_id", decode(parts[0]));
            fields.put("client_secret", parts.length == 1 ? "" : decode(parts[1]));
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.invalid("Authorization", "header", "is not Basic");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.invalid("", "body", "is not a form");
        }
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return "TokenRequest[" + clientId + "]";
    }
}
