package org.summertrip.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What an operator may rely on in the manifests that a module's build writes. Runs after packaging, hence as {@code IT}. */
public abstract class ManifestContract {
    private static final Path MANIFEST = Path.of("target", "kubernetes", "kubernetes.yml");

    /** The path of the health endpoints. */
    protected String healthRoot() {
        return "/q/health";
    }

    @Test
    void usesOnlyFieldsThatKubernetesKnows() throws IOException {
        List<String> wrong = new ArrayList<>();
        documents().forEach(document -> wrong.addAll(KubernetesSchema.check(document)));
        assertEquals(List.of(), wrong);
    }

    @Test
    void probesTheRealHealthPaths() throws IOException {
        Map<String, Object> container = container();
        assertEquals(healthRoot() + "/live", probePath(container, "livenessProbe"));
        assertEquals(healthRoot() + "/ready", probePath(container, "readinessProbe"));
        assertEquals(healthRoot() + "/started", probePath(container, "startupProbe"));
    }

    @Test
    void statesWhatItNeedsAndRunsAsNobodySpecial() throws IOException {
        Map<String, Object> resources = at(container(), "resources");
        assertNotNull(at(resources, "requests").get("cpu"));
        assertNotNull(at(resources, "requests").get("memory"));
        assertNotNull(at(resources, "limits").get("memory"));
        assertEquals(true, at(podSpec(), "securityContext").get("runAsNonRoot"));
    }

    @Test
    void selectsWithoutTheVersionSoThatItCanBeRolledOver() throws IOException {
        Map<String, Object> selector = at(at(at(deployment(), "spec"), "selector"), "matchLabels");
        assertFalse(selector.containsKey("app.kubernetes.io/version"), selector.toString());
    }

    @Test
    void needsNoInitContainerAndHoldsNoSecret() throws IOException {
        assertFalse(podSpec().containsKey("initContainers"));
        assertFalse(documents().stream().anyMatch(document -> "Secret".equals(document.get("kind"))));
    }

    protected static List<Map<String, Object>> documents() throws IOException {
        Iterable<Object> all = new Yaml().loadAll(Files.readString(MANIFEST));
        return StreamSupport.stream(all.spliterator(), false)
                .map(ManifestContract::map)
                .toList();
    }

    private static Map<String, Object> deployment() throws IOException {
        return documents().stream()
                .filter(document -> "Deployment".equals(document.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> podSpec() throws IOException {
        return at(at(at(deployment(), "spec"), "template"), "spec");
    }

    private static Map<String, Object> container() throws IOException {
        return map(((List<?>) podSpec().get("containers")).get(0));
    }

    private static Object probePath(Map<String, Object> container, String probe) {
        return at(at(container, probe), "httpGet").get("path");
    }

    private static Map<String, Object> at(Map<String, Object> node, String key) {
        assertNotNull(node.get(key), key + " is missing");
        return map(node.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
