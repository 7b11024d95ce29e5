package org.summertrip.gateway.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;

/** The page at {@code /} over HTTP; in a browser it is tested against the running suite, in deploy/e2e. */
@QuarkusTest
@WithTestResource(StoresResource.class)
@WithTestResource(StandIns.class)
class ConsoleTest {
    private static final Path SOURCES = Path.of("src/main/resources/console");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"(/console/[^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("from '\\./([a-z]+\\.js)'");
    private static final Pattern MARKUP =
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|eval\\(");
    private static final int LONGEST_FILE = 250;

    @Test
    void welcomesEverybodyAtTheBareAddress() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType(equalTo("text/html;charset=UTF-8"))
                .body(containsString("<title>Summer-Trip</title>"))
                .body(containsString("href=\"/api/docs\""));
        given().head("/").then().statusCode(200).body(emptyString());
    }

    @Test
    void runsNothingButItsOwnScriptsAndCallsNobodyElse() {
        for (String path : List.of("/", "/console/js/main.js", "/console/icon.svg")) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header(
                            "Content-Security-Policy",
                            allOf(
                                    startsWith("default-src 'none'; script-src 'self'; style-src 'self'; "),
                                    containsString("connect-src 'self';"),
                                    containsString("frame-ancestors 'none'"),
                                    containsString("require-trusted-types-for 'script'"),
                                    not(containsString("unsafe")),
                                    not(containsString("http"))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html;charset=UTF-8",
        "base.css, text/css;charset=UTF-8",
        "js/main.js, text/javascript;charset=UTF-8",
        "icon.svg, image/svg+xml",
    })
    void saysWhatEachPartIs(String name, String type) {
        given().get("/console/" + name).then().statusCode(200).header("Content-Type", equalTo(type));
    }

    @Test
    void hasAllItsPartsAsTheyWereWritten() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SOURCES)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertTrue(files.size() > 10, files.toString());
        for (Path file : files) {
            String path = "/console/" + SOURCES.relativize(file);
            assertArrayEquals(
                    Files.readAllBytes(file),
                    given().get(path).then().statusCode(200).extract().asByteArray(),
                    path);
        }
    }

    @Test
    void refersToNothingThatIsNotThere() throws IOException {
        String page = given().get("/").asString();
        List<String> parts =
                REFERENCE.matcher(page).results().map(match -> match.group(1)).toList();
        assertTrue(parts.size() >= 4, parts.toString());
        for (String part : parts) {
            given().get(part).then().statusCode(200);
        }
        for (Path script : scripts()) {
            for (String imported : IMPORT.matcher(Files.readString(script))
                    .results()
                    .map(match -> match.group(1))
                    .toList()) {
                given().get("/console/js/" + imported).then().statusCode(200);
            }
        }
    }

    @Test
    void isFetchedAgainOnlyWhenItChanged() {
        for (String path : List.of("/", "/console/js/main.js")) {
            String etag = given().get(path)
                    .then()
                    .header("Cache-Control", equalTo("no-cache"))
                    .extract()
                    .header("ETag");
            given().header("If-None-Match", etag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(etag))
                    .body(emptyString());
            given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/console", "/console/", "/console/js", "/console/nothing.js", "/console/js/main", "/index.html"
            })
    void knowsNoOtherFiles(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    @Test
    void neverLeavesItsDirectory() {
        given().urlEncodingEnabled(false)
                .get("/console/../application.properties")
                .then()
                .statusCode(400)
                .body("code", equalTo("ambiguous-path"));
        given().urlEncodingEnabled(false).get("/console/js%2Fmain.js").then().statusCode(400);
    }

    /** The browser refuses it by the policy, too; this says so before one looks. */
    @Test
    void makesNoMarkupOfTextAndStaysSmall() throws IOException {
        for (Path script : scripts()) {
            String source = Files.readString(script);
            assertFalse(MARKUP.matcher(source.replaceAll("(?s)/\\*.*?\\*/", "")).find(), script.toString());
            assertTrue(source.lines().count() <= LONGEST_FILE, script.toString());
        }
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> all = Files.list(SOURCES.resolve("js"))) {
            return all.toList();
        }
    }
}
