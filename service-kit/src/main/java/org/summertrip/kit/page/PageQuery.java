package org.summertrip.kit.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of every list; take it as {@code @Valid @BeanParam}. */
public class PageQuery {
    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1) @Max(100) @Parameter(description = "How many items at most, 1 to 100")
    Integer limit;

    @QueryParam("cursor")
    @Size(max = 1024) @Parameter(description = "The `next` of the page before; absent for the first page")
    String cursor;

    public int limit() {
        return limit;
    }

    /** The cursor, or null for the first page. */
    public String cursor() {
        return cursor;
    }
}
