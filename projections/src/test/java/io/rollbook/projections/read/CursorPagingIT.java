package io.rollbook.projections.read;

import static io.rollbook.projections.fixture.Events.deleted;
import static io.rollbook.projections.fixture.Events.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.projections.filtersql.RandomDirectory;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.ReadSide;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Pages that are followed by cursors (RFC 9865), over two instances of the read side in turn. */
class CursorPagingIT {

    private static final int STABLE = 30;

    private static World world;
    private static ReadSide second;

    private final String tenant = World.newTenant();
    private final Client client = world.client(tenant);
    private final Client elsewhere = new Client(second.reads(), tenant);

    @BeforeAll
    static void open() {
        world = new World();
        second = world.newReadSide(false);
    }

    @AfterAll
    static void close() {
        second.close();
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sortBy=userName",
                "sortBy=userName&sortOrder=descending",
                "sortBy=displayName",
                "sortBy=displayName&sortOrder=descending",
                "sortBy=id&sortOrder=descending",
                "sortBy=title",
                "sortBy=title&sortOrder=descending",
                "sortBy=meta.created&sortOrder=descending&filter=active+eq+true"
            })
    @Tag("Q5.2-2")
    @Tag("P3.4.2.4-5")
    void noneIsMissedOrRepeatedWhileOthersComeAndGo(String query) throws Exception {
        for (int i = 0; i < STABLE; i++) {
            world.publisher().publish(tenant, user("stable-" + i, someone("stable" + i, i)));
        }
        world.given(tenant, user("last", someone("last", 1)));
        var churns = new AtomicInteger();
        var shown = new ArrayList<String>();
        var over = new AtomicBoolean();
        var coming = Thread.ofVirtual().start(() -> comeAndGo(churns, over));
        try {
            var page = page(client, query, "");
            shown.addAll(Client.idsOf(page));
            for (int turn = 0; !Client.text(page, "nextCursor").isEmpty(); turn++) {
                int before = churns.get();
                await().until(() -> churns.get() >= before + 2);
                page =
                        page(
                                turn % 2 == 0 ? elsewhere : client,
                                query,
                                Client.text(page, "nextCursor"));
                shown.addAll(Client.idsOf(page));
            }
        } finally {
            over.set(true);
            coming.join();
        }

        assertThat(shown).doesNotHaveDuplicates();
        var stable = shown.stream().filter(id -> id.startsWith("stable")).toList();
        assertThat(stable).hasSize(STABLE);
        var order = Client.idsOf(client.body("/Users", query + "&count=1000"));
        assertThat(stable).isEqualTo(order.stream().filter(id -> id.startsWith("stable")).toList());
    }

    /** Each is there for a moment: when the next two have come. */
    private void comeAndGo(AtomicInteger churns, AtomicBoolean over) {
        for (int i = 0; !over.get(); i++) {
            world.given(tenant, user("guest-" + i, someone("guest" + i, i)));
            if (i >= 2) {
                world.given(tenant, deleted("guest-" + (i - 2), 2));
            }
            churns.incrementAndGet();
        }
    }

    /** Names in an order of their own; not everybody has a displayName or a title. */
    private static Map<String, Object> someone(String name, int i) {
        var attributes = new HashMap<String, Object>();
        attributes.put("userName", "%03d %s".formatted(i * 37 % 101, name));
        if (i % 2 == 0) {
            attributes.put("displayName", "%03d".formatted(i * 53 % 11));
        }
        if (i % 3 == 0) {
            attributes.put("title", "T" + i % 5);
        }
        return attributes;
    }

    @Test
    void aPlaceOutlivesTheResourceThatWasThere() {
        world.given(tenant, user("a", "a"), user("b", "b"), user("c", "c"), user("d", "d"));
        var first = page(client, "sortBy=userName", "", 2);
        assertThat(Client.idsOf(first)).containsExactly("a", "b");

        world.given(tenant, deleted("b", 2), deleted("c", 2), user("bb", "bb"), user("aa", "aa"));

        var next = page(client, "sortBy=userName", Client.text(first, "nextCursor"), 2);
        assertThat(Client.idsOf(next)).containsExactly("bb", "d");
        assertThat(next.get("nextCursor")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"/Users, 24, 5", "/Users, 24, 6", "/Groups, 8, 3", "/, 32, 7", "/, 32, 8"})
    @Tag("Q2-1")
    @Tag("Q2-2")
    @Tag("Q2-3")
    void pagesAreTheListInPieces(String endpoint, int total, int count) {
        world.given(tenant, new RandomDirectory(total, 24, 8).events());
        for (var query : List.of("", "sortBy=displayName", "sortBy=id&sortOrder=descending")) {
            var whole = Client.idsOf(client.body(endpoint, query + "&count=1000"));
            var pieces = new ArrayList<String>();
            var cursor = "";
            do {
                var page = json(client, endpoint, query + "&cursor=" + cursor + "&count=" + count);
                assertThat(Client.number(page, "startIndex")).isEqualTo(pieces.size() + 1);
                assertThat(Client.number(page, "totalResults")).isEqualTo(total);
                pieces.addAll(Client.idsOf(page));
                assertThat(page.get("previousCursor")).isNull();
                cursor = Client.text(page, "nextCursor");
                assertThat(cursor).matches("[A-Za-z0-9._~-]*");
                assertThat(cursor.isEmpty()).isEqualTo(pieces.size() == total);
            } while (!cursor.isEmpty());
            assertThat(pieces).isEqualTo(whole).hasSize(total);
        }
    }

    @Test
    @Tag("Q2-1")
    void countZeroGivesTheTotalAlone() {
        world.given(tenant, user("a", "a"), user("b", "b"));

        for (var query : List.of("cursor&count=0", "cursor=&count=-1", "count=0", "count=-5")) {
            var list = json(client, "/Users", query);
            assertThat(Client.idsOf(list)).isEmpty();
            assertThat(Client.number(list, "totalResults")).isEqualTo(2);
            assertThat(list.get("nextCursor")).isNull();
        }
    }

    @Test
    @Tag("Q2.4-1")
    void withoutACursorPagesAreByIndex() {
        world.given(tenant, user("a", "a"), user("b", "b"), user("c", "c"));

        var list = json(client, "/Users", "count=2");

        assertThat(list.get("nextCursor")).isNull();
        assertThat(Client.number(list, "startIndex")).isOne();
    }

    @Test
    @Tag("Q2.1-1")
    @Tag("Q2.1-2")
    @Tag("Q2.1-3")
    @Tag("Q5.2-1")
    @Tag("T2.1-cursor")
    void aCursorIsGoodForItsOwnQuestionOnly() {
        var otherTenant = World.newTenant();
        world.given(otherTenant, user("a", "a"), user("b", "b"), user("c", "c"));
        world.given(tenant, user("a", "a"), user("b", "b"), user("c", "c"));
        var filter = "filter=userName+pr";
        var cursor = Client.text(page(client, filter, "", 2), "nextCursor");
        var next = "&count=2&cursor=" + cursor;

        assertThat(Client.idsOf(json(client, "/Users", filter + next))).containsExactly("c");
        assertThat(Client.idsOf(json(client, "/Users", filter + "&cursor=" + cursor)))
                .as("the cursor knows the count")
                .containsExactly("c");
        assertThat(Client.idsOf(json(client, "/Users", filter + next + "&attributes=id")))
                .as("other attributes of the same list")
                .containsExactly("c");
        assertRefused("invalidCursor", world.client(otherTenant), "/Users", filter + next);
        assertRefused("invalidCursor", client, "/Users", next);
        assertRefused("invalidCursor", client, "/Users", "filter=id+pr" + next);
        assertRefused("invalidCursor", client, "/Users", filter + next + "&sortBy=userName");
        assertRefused("invalidCursor", client, "/Groups", "filter=displayName+pr" + next);
        assertRefused("invalidCursor", client, "/", filter + next);
        assertRefused("invalidCursor", client, "/Users", filter + "&cursor=forged");
        assertRefused("invalidCount", client, "/Users", filter + "&count=3&cursor=" + cursor);
        assertRefused("invalidCount", client, "/Users", filter + "&count=1001&cursor=" + cursor);
        assertRefused("invalidValue", client, "/Users", filter + next + "&startIndex=3");
        assertExpires(filter + next);
    }

    private void assertExpires(String query) {
        var intime = Instant.EPOCH.plus(ReadSide.CURSOR_TIMEOUT);
        assertThat(client.getAt(intime, "/Users", query).status()).isEqualTo(200);
        var late = client.getAt(intime.plusSeconds(1), "/Users", query);
        assertThat(Client.text(Json.readObject(late.body()), "scimType"))
                .isEqualTo("expiredCursor");
    }

    @Test
    @Tag("Q3-1")
    void searchesTakeCursorsToo() {
        world.given(tenant, user("a", "a"), user("b", "b"), user("c", "c"));
        var search = "\"sortBy\":\"userName\",\"sortOrder\":\"descending\",\"count\":2,\"cursor\":";

        var first = Json.readObject(client.search("/Users/.search", search + "\"\"").body());
        var cursor = Client.text(first, "nextCursor");
        var last = client.search("/Users/.search", search + "\"" + cursor + "\"");

        assertThat(Client.idsOf(first)).containsExactly("c", "b");
        assertThat(Client.idsOf(Json.readObject(last.body()))).containsExactly("a");
        assertThat(
                        Client.idsOf(
                                json(
                                        client,
                                        "/Users",
                                        "sortBy=userName&sortOrder=descending&count=2&cursor="
                                                + cursor)))
                .containsExactly("a");
    }

    private static void assertRefused(
            String scimType, Client client, String endpoint, String query) {
        var response = client.get(endpoint, query, Map.of());
        assertThat(response.status()).isEqualTo(400);
        assertThat(Client.text(Json.readObject(response.body()), "scimType"))
                .as(query)
                .isEqualTo(scimType);
    }

    private static Complex page(Client client, String query, String cursor) {
        return page(client, query, cursor, 4);
    }

    private static Complex page(Client client, String query, String cursor, int count) {
        return json(client, "/Users", query + "&count=" + count + "&cursor=" + cursor);
    }

    private static Complex json(Client client, String endpoint, String query) {
        return client.body(endpoint, query);
    }
}
