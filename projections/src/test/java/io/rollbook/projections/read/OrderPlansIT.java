package io.rollbook.projections.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.World;
import io.rollbook.projections.order.Order;
import io.rollbook.projections.order.Position;
import io.rollbook.projections.order.SortKeys;
import io.rollbook.projections.question.PageQuestion;
import io.rollbook.projections.question.ResourceQuestion;
import io.rollbook.projections.question.Window;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.message.Paging;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.SchemaCatalog;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The orders that indexes keep are read from any place in them, without sorting what is there. */
@ExtendWith(ManyRows.class)
class OrderPlansIT {

    private static final Pattern ROWS =
            Pattern.compile("Scan.*(users|groups) .*actual rows=([0-9.]+) loops=([0-9]+)");
    private static final String TENANT = ManyRows.TENANT;

    private static World world;

    @BeforeAll
    static void open(World manyRows) {
        world = manyRows;
    }

    @ParameterizedTest
    @CsvSource({
        "/Users, userName, user-50000",
        "/Users, displayName, 0user 50000",
        "/Users, id, u50000",
        "/Users, meta.created, 2026-03-02T00:00:00Z",
        "/Users, meta.lastModified, 2026-03-02T00:00:00Z",
        "/Groups, displayName, group-2500",
        "/Groups, id, g2500",
        "/Groups, meta.created, 2026-03-02T00:00:00Z",
        "/Groups, meta.lastModified, 2026-03-02T00:00:00Z"
    })
    void readsAPageAndNoMore(String endpoint, String sortBy, String key) {
        for (boolean descending : new boolean[] {false, true}) {
            for (var window :
                    List.of(Window.of(new Paging(1, 100)), behind(new Position(key, "u50000")))) {
                var plan = explain(page(endpoint, sortBy, descending, window));

                assertThat(plan).doesNotContain("Seq Scan on users", "Seq Scan on groups");
                assertThat(rowsRead(plan)).as(plan).isLessThanOrEqualTo(2 * 101);
            }
        }
    }

    @Test
    void followsCursorsOverGroupsThatEndPagesEarly() {
        var client = world.client(TENANT);
        var ids = new ArrayList<String>();
        var cursor = "";
        for (int i = 0; i < 4; i++) {
            // The fixture shows as many members as one of the big groups has.
            var page = client.body("/Groups", "sortBy=displayName&count=3&cursor=" + cursor);
            ids.addAll(Client.idsOf(page));
            cursor = Client.text(page, "nextCursor");
        }

        var all = client.body("/Groups", "sortBy=displayName&excludedAttributes=members&count=20");
        assertThat(ids).isEqualTo(Client.idsOf(all).subList(0, ids.size())).hasSizeBetween(4, 12);
    }

    private static Window behind(Position position) {
        return new Window(1, 100, 0, Optional.of(position), OptionalLong.of(0), true);
    }

    private static Sql page(String endpoint, String sortBy, boolean descending, Window window) {
        var view = ResourceView.at(SchemaCatalog.standard(), endpoint).orElseThrow();
        var path = AttributePath.resolve(sortBy, view.type()).orElseThrow();
        var key = new SortKeys(TENANT, Client.BASE).of(view, path);
        return new PageQuestion(
                        new ResourceQuestion(view, TENANT, false),
                        Optional.empty(),
                        key,
                        Order.by(key, descending),
                        1_000)
                .page(window);
    }

    private static long rowsRead(String plan) {
        return ROWS.matcher(plan)
                .results()
                .mapToLong(
                        scan ->
                                Math.round(
                                        Double.parseDouble(scan.group(2))
                                                * Long.parseLong(scan.group(3))))
                .sum();
    }

    private static String explain(Sql question) {
        return world.readSide()
                .queries()
                .ask(
                        TENANT,
                        question.within("explain (analyze, costs off, timing off) ", ""),
                        rows -> {
                            var lines = new ArrayList<String>();
                            while (rows.next()) {
                                lines.add(rows.getString(1));
                            }
                            return String.join("\n", lines);
                        });
    }
}
