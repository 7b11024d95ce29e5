package org.summertrip.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.summertrip.kit.problem.Problem;

/**
 * Adds to every operation what holds for every operation: a bearer token (unless it says {@code @SecurityRequirements} with
 * nothing in it), 400, 401 and 503, and {@code problem+json} as the body of each error.
 */
@OpenApiFilter(RunStage.BUILD)
public class CommonAnswers implements OASFilter {
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .bearerFormat("JWT")
                                .description("The accessToken of POST /auth/login"))
                .addSchema("Violation", violation())
                .addSchema(PROBLEM, problem());
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().values().stream()
                    .flatMap(item -> item.getOperations().values().stream())
                    .forEach(CommonAnswers::complete);
        }
    }

    private static void complete(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        boolean anonymous =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (!anonymous) {
            addIfAbsent(operation, "401", "The access token is missing, expired or not ours");
        }
        boolean takesInput = operation.getRequestBody() != null
                || operation.getParameters() != null
                        && !operation.getParameters().isEmpty();
        if (takesInput) {
            addIfAbsent(operation, "400", "The input is malformed or invalid; all violations are listed");
        }
        addIfAbsent(operation, "503", "A store is down; try again after Retry-After seconds");
        operation.getResponses().getAPIResponses().forEach(CommonAnswers::describeError);
    }

    private static void addIfAbsent(Operation operation, String status, String description) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    private static void describeError(String status, APIResponse response) {
        boolean error = status.startsWith("4") || status.startsWith("5");
        if (error && response.getContent() == null) {
            Schema reference = OASFactory.createSchema().ref(PROBLEM);
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference)));
        }
    }

    private static Schema problem() {
        return object(Map.of(
                        "type", string("/problems/ and the code"),
                        "title", string("Short text, the same for every occurrence"),
                        "status", number("The HTTP status"),
                        "detail", string("This occurrence"),
                        "instance", string("The path that was asked for"),
                        "code", string("The stable name to switch on"),
                        "traceId", string("What to quote when asking for help")))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("Everything that is wrong with the input")
                                .items(OASFactory.createSchema().ref("Violation")))
                .description("RFC 9457 problem details");
    }

    private static Schema violation() {
        return object(Map.of(
                "field", string("Where: email, items[0].activityId"),
                "in", string("body, query, path, header or form"),
                "message", string("What is wrong with it")));
    }

    private static Schema object(Map<String, Schema> properties) {
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        properties.keySet().stream().sorted().forEach(name -> schema.addProperty(name, properties.get(name)));
        return schema;
    }

    private static Schema string(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static Schema number(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).description(description);
    }
}
