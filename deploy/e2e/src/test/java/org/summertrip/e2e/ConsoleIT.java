package org.summertrip.e2e;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.summertrip.local.Suite;

/** The page at {@code /} in a real browser: Ana looks at it, Ben uses the API. */
@ExtendWith(RunningSuite.class)
class ConsoleIT {
    private Browser browser;
    private Traveller ana;
    private Traveller ben;

    @BeforeEach
    void meet(Suite suite) {
        Optional<Browser> opened = Browser.open();
        assumeTrue(opened.isPresent(), "no Chromium with a chromedriver here");
        browser = opened.get();
        ana = Traveller.signUp("Ana");
        ben = Traveller.signUp("Ben");
        browser.go(suite.gateway() + "/");
    }

    @AfterEach
    void leave() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aMessageAppearsWhileOneLooksAndTheAnswerArrives() {
        String conversation = conversation();
        signIn();
        say(conversation, "Are you there?");
        awaitText("#conversations .last", "Ben: Are you there?");
        assertEquals(List.of("1"), browser.texts("#conversations .badge"));

        browser.click("#conversations a");
        awaitText("#messages .content", "Are you there?");
        soonGone("#conversations .badge");
        ana.gets("/conversations").then().body("items[0].unreadCount", equalTo(0));
        browser.type("#text", "Here I am!", Keys.ENTER);
        awaitText("#messages .mine .content", "Here I am!");
        JourneyIT.soon()
                .untilAsserted(() -> ben.gets("/messages/" + conversation)
                        .then()
                        .body("items.content", contains("Here I am!", "Are you there?")));

        say(conversation, "At last");
        awaitText("#messages .content", "At last");
        assertEquals(3, browser.texts("#messages .content").size());
        hasNothingToComplainAbout();
    }

    @Test
    void ownMessagesAreEditedDeletedAndReactedTo() {
        String conversation = conversation();
        signIn();
        browser.click("#conversations a");
        browser.type("#text", "Meet at nine", Keys.ENTER);
        awaitText("#messages .content", "Meet at nine");
        String id = ana.gets("/messages/" + conversation).path("items[0].id");

        openMenu();
        browser.press("Edit");
        browser.type(".editing textarea", " sharp");
        browser.press("Save");
        awaitText("#messages .content", "Meet at nine sharp");
        ben.asks()
                .put("/messages/{c}/{m}/reactions/{e}", conversation, id, "👍")
                .then()
                .statusCode(204);
        awaitText("#messages .reactions button", "👍 1");
        browser.click("#messages .reactions button");
        awaitText("#messages .reactions button[aria-pressed=true]", "👍 2");

        openMenu();
        browser.press("Delete");
        browser.press("Really delete?");
        awaitText("#messages .bubble p", "This message was deleted.");
        ben.gets("/messages/" + conversation).then().body("items[0].deleted", equalTo(true));
        hasNothingToComplainAbout();
    }

    @Test
    void markupIsShownAsTheTextThatItIs() {
        String markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        String conversation = conversation();
        say(conversation, markup);
        signIn();
        awaitText("#conversations .last", "Ben: " + markup);
        browser.click("#conversations a");

        awaitText("#messages .content", markup);
        assertEquals(0L, browser.evaluate("return document.querySelectorAll('img[src=x], body script').length"));
        hasNothingToComplainAbout();
    }

    @Test
    void aPhotoIsUploadedAndSeenByTheOthers(@TempDir Path directory) {
        String trip = trip();
        signIn();
        awaitText("#conversations .title", "Lisbon in September");
        browser.click("#conversations a");
        browser.choose("#photo", Picture.png(directory, "Praça.png"));
        browser.await("#uploads img");
        browser.type("#text", "From the terrace", Keys.ENTER);

        awaitText("#messages .content", "From the terrace");
        awaitPicture("#messages .pictures img");
        String file = ben.gets("/messages/" + trip).path("items[0].attachments[0]");
        JourneyIT.soon()
                .untilAsserted(() -> ben.gets("/storage/download/" + file)
                        .then()
                        .statusCode(200)
                        .contentType("image/png"));
        browser.reload();
        awaitPicture("#photos img");
        hasNothingToComplainAbout();
    }

    @Test
    void aRequestIsAcceptedAndTheFriendIsDrawn() {
        trip();
        signIn();
        JourneyIT.soon()
                .untilAsserted(() -> ben.posts("/friends/requests", Map.of("userId", ana.id()))
                        .then()
                        .statusCode(oneOf(200, 201)));
        awaitText("#people-count", "1");

        browser.click("nav a[href='#/people']");
        awaitText("#requests strong", "Ben");
        browser.click("#requests button");
        awaitText("#friends strong", "Ben");
        ben.gets("/friends").then().body("items.user.id", hasItem(ana.id()));

        browser.click("nav a[href='#/notifications']");
        awaitText("#notices .who a", "Ben wants to be your friend");
        browser.press("Mark all as seen");
        soonGone("#notifications-count");

        browser.click("nav a[href='#/graph']");
        JourneyIT.soon().until(() -> browser.texts("#drawing .node"), nodes -> nodes.size() == 3);
        assertTrue(browser.shows("#drawing .edge.FRIEND"));
        awaitText("#graph-size", "2 people, 1 trip, 3 relations");
        hasNothingToComplainAbout();
    }

    @Test
    void whoIsLookedForIsFoundAndAsked() {
        signIn();
        browser.click("nav a[href='#/people']");
        browser.type("#query", "Ben", Keys.ENTER);
        browser.click("#found li[data-id='" + ben.id() + "'] button");

        awaitText("#asked strong", "Ben");
        ben.gets("/friends/requests").then().body("items.user.id", contains(ana.id()));
        hasNothingToComplainAbout();
    }

    @Test
    void theSocketHealsAndNothingIsMissed(Suite suite) {
        String conversation = conversation();
        signIn();
        browser.click("#conversations a");
        say(conversation, "Into the tunnel");
        awaitText("#messages .content", "Into the tunnel");

        suite.kill("gateway");
        awaitText("#status", "Reconnecting …");
        suite.restart("gateway");
        JourneyIT.soon().untilAsserted(() -> ben.gets("/conversations").then().statusCode(200));
        say(conversation, "Out again");
        awaitText("#messages .content", "Out again");
        awaitText("#status", "Live");
        assertEquals(2, browser.texts("#messages .content").size());
    }

    /** As happens well before a token expires: here it is asked for by way of the page's own module. */
    @Test
    void aNewTokenKeepsTheSocketOpen() {
        String conversation = conversation();
        signIn();
        browser.click("#conversations a");
        String before = stored();

        assertEquals(true, browser.evaluate("return import('/console/js/session.js').then(it => it.session.renew())"));
        assertNotEquals(before, stored());
        say(conversation, "Still there?");
        awaitText("#messages .content", "Still there?");
        assertEquals(List.of("Live"), browser.texts("#status"));
        hasNothingToComplainAbout();
    }

    private String stored() {
        return String.valueOf(browser.evaluate("return JSON.stringify(sessionStorage)"));
    }

    @Test
    void aReloadKeepsTheSessionAndSigningOutEndsIt() {
        signIn();
        browser.reload();
        awaitText("#me", "Ana");
        browser.click("#sign-out");
        browser.await("#sign-in");
        browser.reload();
        browser.await("#sign-in");
        assertTrue(browser.texts("#me").isEmpty());
        hasNothingToComplainAbout();
    }

    @Test
    void aRefusalIsShownWithItsReason() {
        browser.type("#email", ana.email());
        browser.type("#password", "not the window seat");
        browser.click("#submit");
        JourneyIT.soon().until(() -> browser.texts("#sign-in-problem"), shown -> !shown.isEmpty());
        assertTrue(
                browser.texts("#sign-in-problem").get(0).contains("401"),
                browser.texts("#sign-in-problem").toString());
    }

    @Test
    void somebodyNewIsToldWhatIsWrongAndThenLetIn() {
        browser.press("Create an account");
        browser.type("#email", "cleo." + UUID.randomUUID() + "@example.org");
        browser.type("#password", "short");
        browser.type("#first-name", "Cleo");
        browser.press("Create the account");
        JourneyIT.soon().until(() -> browser.texts("#sign-in-problem li"), shown -> shown.size() == 1);
        assertTrue(browser.texts("#sign-in-problem li").get(0).startsWith("password "));

        browser.type("#password", " and sweet");
        browser.press("Create the account");
        awaitText("#me", "Cleo");
    }

    private void openMenu() {
        browser.pointAt("#messages .content");
        browser.click(".tools summary");
    }

    private void signIn() {
        browser.type("#email", ana.email());
        browser.type("#password", Traveller.PASSWORD);
        browser.click("#submit");
        awaitText("#me", "Ana");
        awaitText("#status", "Live");
    }

    private String conversation() {
        String[] id = new String[1];
        JourneyIT.soon()
                .untilAsserted(() -> id[0] = ben.posts("/conversations", Map.of("userIds", List.of(ana.id())))
                        .then()
                        .statusCode(oneOf(200, 201))
                        .extract()
                        .path("id"));
        return id[0];
    }

    /** One that both are members of, in every service. */
    private String trip() {
        String trip = ana.posts("/groups", Map.of("name", "Lisbon in September", "destination", "Lisbon"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ben.asks().post("/groups/" + trip + "/join").then().statusCode(201);
        JourneyIT.soon().untilAsserted(() -> {
            ben.gets("/messages/" + trip).then().statusCode(200);
            ben.gets("/files?groupId=" + trip).then().statusCode(200);
            for (Traveller one : List.of(ana, ben)) {
                one.gets("/graph/relationships").then().body("edges.to", hasItem(trip));
            }
        });
        return trip;
    }

    private void say(String conversation, String content) {
        ben.posts("/messages", Map.of("conversationId", conversation, "content", content))
                .then()
                .statusCode(201);
    }

    private void awaitText(String selector, String text) {
        JourneyIT.soon().untilAsserted(() -> assertThat(selector, browser.texts(selector), hasItem(text)));
    }

    private void soonGone(String selector) {
        JourneyIT.soon().untilAsserted(() -> assertEquals(List.of(), browser.texts(selector)));
    }

    private void awaitPicture(String selector) {
        browser.await(selector);
        JourneyIT.soon()
                .untilAsserted(() -> assertEquals(
                        true,
                        browser.evaluate("return document.querySelector(arguments[0])?.naturalWidth > 100", selector)));
    }

    /** Neither an exception, nor a refused request, nor a breach of the policy. */
    private void hasNothingToComplainAbout() {
        assertEquals(List.of(), browser.complaints());
    }
}
