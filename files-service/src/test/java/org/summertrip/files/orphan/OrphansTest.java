package org.summertrip.files.orphan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.files.Api;
import org.summertrip.files.BucketContents;
import org.summertrip.files.OnStores;
import org.summertrip.files.objects.Keys;

@QuarkusTest
@OnStores
class OrphansTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @Inject
    BucketContents bucket;

    private final Api admin = Api.admin();

    @Test
    void findsThemInADryRunAndRemovesThemOtherwise() {
        UUID owner = UUID.randomUUID();
        UUID old = UUID.fromString("01800000-0000-7000-8000-" + owner.toString().substring(24));
        Api ana = Api.somebody();
        String live = ana.uploaded("live.txt", "content").getString("id");
        List<String> orphans = List.of(
                Keys.content(owner, old), Keys.thumbnail(owner, old), Keys.ownedPrefix(owner) + Keys.inverted(old));
        orphans.forEach(key -> bucket.put(key, CONTENT));
        String young = Keys.content(owner, UUID.fromString(live));
        bucket.put(young, CONTENT);

        List<String> found = examine("?dryRun=true");
        assertTrue(found.containsAll(orphans), found.toString());
        assertFalse(found.contains(young), "what is young may become a file");
        assertEquals(List.of(old.toString(), live), bucket.contentsOf(owner), "a dry run");

        examine("?dryRun=false");

        assertEquals(List.of(live), bucket.contentsOf(owner));
        assertEquals(List.of(), bucket.keys(Keys.thumbnails(owner)));
        assertEquals(List.of(), bucket.keys(Keys.ownedPrefix(owner)));
        assertEquals("content", ana.download(live).body());
    }

    @Test
    void looksOnlyUnlessToldOtherwise() {
        HttpResponse<String> response = admin.post("/files/orphans?limit=1");

        assertEquals(200, response.statusCode());
        assertFalse(JsonPath.from(response.body()).getBoolean("removed"));
        assertEquals(400, admin.post("/files/orphans?limit=1001").statusCode());
    }

    private List<String> examine(String query) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            HttpResponse<String> part = admin.post("/files/orphans" + query + "&limit=50"
                    + (next.isEmpty() ? "" : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            assertEquals(200, part.statusCode(), part.body());
            JsonPath inventory = JsonPath.from(part.body());
            found.addAll(inventory.getList("orphans"));
            next = inventory.getString("next");
        }
        return found;
    }
}
