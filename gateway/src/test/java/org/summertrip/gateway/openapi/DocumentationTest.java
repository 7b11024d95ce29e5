package org.summertrip.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;

@QuarkusTest
@WithTestResource(StoresResource.class)
@WithTestResource(StandIns.class)
class DocumentationTest {
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"([^\"#:]+)\"");

    @Test
    void showsEveryPublicPathOfEveryServiceAndItsOwn() {
        OpenAPI merged = parse(document());

        assertEquals(
                Set.of(
                        "/things",
                        "/things/mine",
                        "/things/{id}",
                        "/things/{id}/parts",
                        "/uploads",
                        "/storage/upload",
                        "/downloads/{name}",
                        "/open",
                        "/open/keys",
                        "/others/{id}",
                        "/health",
                        "/home",
                        "/users/me/export",
                        "/ws"),
                merged.getPaths().getPathItems().keySet());
        assertEquals("/", merged.getServers().get(0).getUrl());
        assertEquals(1, merged.getServers().size());
        assertEquals("Summer-Trip", merged.getInfo().getTitle());
    }

    @Test
    void sharesEqualSchemasAndTellsDifferentOnesOfOneNameApart() {
        given().get("/api/openapi.json")
                .then()
                .statusCode(200)
                .body("components.schemas.Shared.format", equalTo("uuid"))
                .body("components.schemas.Thing.properties.name.type", equalTo("string"))
                .body("components.schemas.BetaThing.properties.weight.type", equalTo("integer"))
                .body(
                        "components.schemas.BetaPageThing.properties.items.items.'$ref'",
                        equalTo("#/components/schemas/BetaThing"))
                .body(
                        "components.schemas.PageThing.properties.items.items.'$ref'",
                        equalTo("#/components/schemas/Thing"))
                .body(
                        "paths.'/others/{id}'.get.responses.'200'.content.'application/json'.schema.'$ref'",
                        equalTo("#/components/schemas/BetaPageThing"))
                .body("tags.name", hasItems("things", "others", "health"))
                .body("tags.findAll { it.name == 'things' }", hasSize(1));
        assertFalse(document().contains("BetaShared"));
    }

    @Test
    void letsTheReaderSignIn() {
        given().get("/api/openapi.json")
                .then()
                .body("components.securitySchemes.bearer.type", equalTo("http"))
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
                .body("security[0].bearer", hasSize(0))
                .body("paths.'/open'.post.security", hasSize(0));
    }

    @Test
    void isFetchedAgainOnlyWhenItChanged() {
        String etag = given().get("/api/openapi.json").header("ETag");

        given().header("If-None-Match", etag).get("/api/openapi.json").then().statusCode(304);
    }

    @Test
    void isShownOnAPageWithAllItsParts() {
        String page = given().get("/api/docs/").then().statusCode(200).extract().asString();

        assertTrue(page.contains("/api/openapi.json"), page);
        List<String> assets = ASSET.matcher(page)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertTrue(assets.size() >= 3, assets.toString());
        for (String asset : assets) {
            String path = asset.startsWith("/") ? asset : "/api/docs/" + asset;
            byte[] bytes = given().get(path).then().statusCode(200).extract().asByteArray();
            assertTrue(bytes.length > 0, path);
        }
    }

    @Test
    void doesNotLeadThePageToAnInternalDocument() {
        String page = given().get("/api/docs/").asString();

        assertFalse(page.contains("/q/openapi"), page);
    }

    @Test
    void findsThePageWithoutTheSlashToo() {
        given().get("/api/docs")
                .then()
                .statusCode(200)
                .body(containsString("swagger"))
                .body(not(equalTo("")));
    }

    private static String document() {
        return given().get("/api/openapi.json").then().statusCode(200).extract().asString();
    }

    private static OpenAPI parse(String json) {
        return SmallRyeOpenAPI.builder()
                .enableAnnotationScan(false)
                .enableModelReader(false)
                .enableStandardFilter(false)
                .enableStandardStaticFiles(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .build()
                .model();
    }
}
