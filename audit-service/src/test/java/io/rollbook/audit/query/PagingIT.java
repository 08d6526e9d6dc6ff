package io.rollbook.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserDeleted;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

class PagingIT {

    private static LogDatabase database;

    @BeforeAll
    static void opens() {
        database = Databases.open(Databases.create("audit_paging"));
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @Test
    void showsEachEntryOnceWhileNewOnesArrive() {
        var story = new Story("busy");
        grow(story, 0, 103);
        var reader = new LogReader(new EntriesEndpoint(database), "busy");
        var expected = reader.ids("count=1000");
        assertThat(expected).hasSize(103);

        var seen = new ArrayList<String>();
        var query = "count=10";
        for (int round = 1; !query.isEmpty(); round++) {
            var page = reader.page(query);
            page.required("entries").forEach(entry -> seen.add(entry.required("id").asString()));
            grow(story, 1_000 * round, 7);
            query = page.has("next") ? "count=10&cursor=" + page.get("next").asString() : "";
        }

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void keepsTheFilterOfThePagesApart() {
        var story = new Story("filtered");
        for (int i = 0; i < 9; i++) {
            story.tell(new UserDeactivated("u-" + i, 2, Story.cause("r-" + i)));
            story.tell(new UserDeleted("u-" + i, 3, Story.cause("d-" + i)));
        }
        Batches.apply(database, story.told());
        var reader = new LogReader(new EntriesEndpoint(database), "filtered");

        var first = reader.page("action=delete&count=5");
        var second = reader.ids("action=delete&count=5&cursor=" + first.get("next").asString());

        assertThat(second).hasSize(4).doesNotContainAnyElementsOf(ids(first));
        assertThat(reader.page("action=delete&count=9").has("next")).isFalse();
    }

    /** A cursor is an id, and another tenant's id must say nothing. */
    @Test
    void doesNotTakeTheCursorOfAnotherTenant() {
        var story = new Story("theirs");
        grow(story, 0, 3);
        var theirs = new LogReader(new EntriesEndpoint(database), "theirs").page("count=1");

        var ours = new LogReader(new EntriesEndpoint(database), "ours");

        var next = theirs.get("next").asString();
        assertThat(ours.problem("/entries", "cursor=" + next))
                .isEqualTo(ours.problem("/entries", "cursor=unknown"));
        assertThat(ours.get("/entries/" + next, "").status()).isEqualTo(404);
        assertThat(ours.entries("")).isEmpty();
    }

    private static List<String> ids(JsonNode page) {
        return page.required("entries")
                .valueStream()
                .map(entry -> entry.required("id").asString())
                .toList();
    }

    private static void grow(Story story, int first, int by) {
        int before = story.told().size();
        for (int i = first; i < first + by; i++) {
            story.tell(new UserDeactivated("u-" + i, 2, Story.cause("r-" + i)));
        }
        Batches.apply(database, story.told().subList(before, story.told().size()));
    }
}
