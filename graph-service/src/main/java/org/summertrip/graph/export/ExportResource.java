package org.summertrip.graph.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;

/** One JSON object, written while it is read: somebody may have any number of followers. */
@Path("/internal/export")
@RolesAllowed(Roles.USER)
public class ExportResource {
    private final ExportGraph graph;
    private final ObjectMapper mapper;
    private final Caller caller;

    ExportResource(ExportGraph graph, ObjectMapper mapper, Caller caller) {
        this.graph = graph;
        this.mapper = mapper;
        this.caller = caller;
    }

    @GET
    @Produces("application/json")
    @Operation(hidden = true)
    public RestMulti<byte[]> export() {
        UUID me = caller.id();
        Multi<String> head = graph.profile(me)
                .flatMap(profile -> graph.findings(me)
                        .map(findings -> "{\"profile\":" + json(profile) + ",\"findings\":" + json(findings)))
                .toMulti();
        Multi<String> sections = Multi.createFrom()
                .iterable(Arrays.asList(Section.values()))
                .onItem()
                .transformToMultiAndConcatenate(section -> section(me, section));
        Multi<byte[]> whole = Multi.createBy()
                .concatenating()
                .streams(head, sections, Multi.createFrom().item("}"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        return RestMulti.fromMultiData(whole).encodeAsJsonArray(false).build();
    }

    private Multi<String> section(UUID me, Section section) {
        AtomicReference<String> after = new AtomicReference<>("");
        Multi<String> pages = Multi.createBy()
                .repeating()
                .uni(() -> page(me, section, after))
                .whilst(page -> page.size() == ExportGraph.PAGE)
                .filter(page -> !page.isEmpty())
                .map(this::items);
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(",\"" + section.title() + "\":["),
                        separated(pages),
                        Multi.createFrom().item("]"));
    }

    private Uni<List<Map<String, Object>>> page(UUID me, Section section, AtomicReference<String> after) {
        return graph.page(me, section, after.get()).invoke(page -> {
            if (!page.isEmpty()) {
                after.set(page.get(page.size() - 1).get(section.idName()).toString());
            }
        });
    }

    private static Multi<String> separated(Multi<String> pages) {
        AtomicReference<String> separator = new AtomicReference<>("");
        return pages.map(page -> separator.getAndSet(",") + page);
    }

    /** The elements of an array without its brackets. */
    private String items(List<Map<String, Object>> page) {
        String array = json(page);
        return array.substring(1, array.length() - 1);
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain values can be written", impossible);
        }
    }
}
