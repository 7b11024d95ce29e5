package org.summertrip.users;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Shows each page with the example of what is on it: an annotation could give the example or keep the schema, not both. */
@OpenApiFilter(RunStage.BUILD)
public class PageExamples implements OASFilter {
    private static final String PAGE = "#/components/schemas/Page";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .map(APIResponse::getContent)
                .filter(content -> content != null)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(body -> show(body, schemas));
    }

    private static void show(MediaType body, Map<String, Schema> schemas) {
        String reference = body.getSchema() == null ? null : body.getSchema().getRef();
        if (reference == null || !reference.startsWith(PAGE)) {
            return;
        }
        Schema item = schemas.get(reference.substring(PAGE.length()));
        if (item != null && item.getExamples() != null) {
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("items", List.of(item.getExamples().get(0)));
            page.put("next", null);
            body.setExample(page);
        }
    }
}
