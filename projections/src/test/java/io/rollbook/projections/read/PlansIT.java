package io.rollbook.projections.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.filtersql.FilterSql;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.World;
import io.rollbook.projections.order.Order;
import io.rollbook.projections.order.SortKeys;
import io.rollbook.projections.question.PageQuestion;
import io.rollbook.projections.question.ResourceQuestion;
import io.rollbook.projections.question.Window;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.FilterParser;
import io.rollbook.scim.message.Paging;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is asked often reads few rows, however many there are. */
@ExtendWith(ManyRows.class)
class PlansIT {

    private static final Pattern SCAN =
            Pattern.compile("Scan.*actual rows=([0-9.]+) loops=([0-9]+)");
    private static final String TENANT = ManyRows.TENANT;

    private static World world;

    @BeforeAll
    static void open(World manyRows) {
        world = manyRows;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /Users  | u777 | userName eq "USER-777"
                    /Users  | u777 | externalId eq "x777"
                    /Users  | u777 | id eq "u777"
                    /Users  | u777 | emails[type eq "work"].value eq "mail-777@example.com"
                    /Users  | u777 | emails.value eq "mail-777@example.com"
                    /Users  | u777 | emails eq "mail-777@example.com"
                    /Users  | u777 | manager.value eq "boss777"
                    /Users  | u777 | employeeNumber eq "777"
                    /Users  | u777 | id eq "u777" and manager eq "boss777"
                    /Users  | u777 | userName eq "user-777" and active eq true
                    /Users  | u188 | groups.value eq "g11" and userName eq "user-188"
                    /Users  | u777 | emails[type eq "work" and value sw "mail-777@"]
                    /Users  | u188 | groups.value eq "g11"
                    /Users  | u188 | groups[value eq "g11" and type eq "direct"]
                    /Users  | u188 | groups.display eq "GROUP-11"
                    /Users  | u188 | groups[display sw "group-11" and value eq "g11"]
                    /Users  | u188 | groups eq "g11" or groups eq "g12" or groups.display eq "group-99"
                    /Users  | u777 | emails sw "mail-777@"
                    /Users  | u777 | displayName eq "USER 777"
                    /Users  | u777 | displayName sw "user 777"
                    /Users  | u777 | userName sw "USER-777"
                    /Users  | u777 | externalId sw "x777"
                    /Users  | u777 | id sw "u777"
                    /Users  | u777 | userName ge "user-777" and userName lt "user-778"
                    /Users  | u99999 | meta.lastModified gt "2026-05-09T11:00:00+01:00"
                    /Users  | u99999 | meta.lastModified ge "2026-05-09T10:00:00Z" and active eq true
                    /Users  | u2   | meta.lastModified lt "2026-03-01T00:10:00Z"
                    /Users  | u777 | meta.lastModified eq "2026-03-01T12:57:00Z"
                    /Users  | u777 | userName eq "user-777" or externalId eq "x5"
                    /Users  | u777 | emails eq "mail-777@example.com" or userName eq "user-5"
                    /Users  | u777 | id eq "u5" or emails[value eq "mail-777@example.com"]
                    /Users  | u188 | (groups eq "g11" or manager eq "boss5") and active eq true
                    /Users  | u777 | userName eq "user-777" and not (externalId eq "x5")
                    /Users  | u777 | active eq true and (id eq "u777" or title co "x" and id eq "u5")
                    /Groups | g777 | displayName eq "GROUP-777"
                    /Groups | g777 | displayName sw "GROUP-777"
                    /Groups | g4999 | meta.lastModified gt "2026-03-04T11:00:00Z"
                    /Groups | g777 | externalId eq "x777"
                    /Groups | g11  | members eq "u188"
                    /Groups | g11  | members[value eq "u188"]
                    /Groups | g7   | id eq "g7" and members eq "u777"
                    /Groups | g7   | id eq "g7" and members[value eq "u777" and type eq "User"]
                    """)
    void filterReadsFewRows(String path, String found, String text) {
        var condition = new FilterSql(view(path), TENANT, Client.BASE).of(filter(path, text));
        var page = pageOfCreation(path, Optional.of(condition));

        assertFewRows(page, 1_000);
        var query = "attributes=id&filter=" + Client.encoded(text);
        assertThat(Client.idsOf(world.client(TENANT).body(path, query))).contains(found);
    }

    @Test
    void resourceIsReadByItsIndexes() {
        assertFewRows(FindById.sql(question("/Users", true), "u777"), 50);
        assertFewRows(FindById.sql(question("/Groups", false), "g7"), 1);
        // Ten members and their names, although the tenant has 100,000 users.
        assertFewRows(FindById.sql(question("/Groups", true), "g777"), 21);
    }

    @Test
    void firstPageOfAllIsReadInOrder() {
        var page = pageOfCreation("/Users", Optional.empty());

        assertFewRows(page, 501);
    }

    @Test
    @Tag("Trap-21")
    void pageEndsEarlyRatherThanShowTooManyMembers() {
        var first = world.client(TENANT).body("/Groups", "count=10");

        // The fixture's limit is one big group: the second would go over it.
        assertThat(Client.idsOf(first)).hasSize(1);
        assertThat(Client.number(first, "itemsPerPage")).isEqualTo(1);
        assertThat(Client.number(first, "totalResults")).isEqualTo(5_000);
        assertThat(
                        Client.idsOf(
                                world.client(TENANT)
                                        .body("/Groups", "count=10&excludedAttributes=members")))
                .hasSize(10);
    }

    private static void assertFewRows(Sql question, long most) {
        var plan = explain(question);
        // The one table with a row per tenant may be too small for its index.
        assertThat(plan.replace("Seq Scan on applied", "")).as(plan).doesNotContain("Seq Scan");
        assertThat(rowsRead(plan)).as(plan).isLessThanOrEqualTo(most);
    }

    private static long rowsRead(String plan) {
        return SCAN.matcher(plan)
                .results()
                .mapToLong(
                        scan ->
                                Math.round(
                                        Double.parseDouble(scan.group(1))
                                                * Long.parseLong(scan.group(2))))
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

    private static Sql pageOfCreation(String path, Optional<Sql> condition) {
        var key = SortKeys.CREATION;
        return new PageQuestion(question(path, false), condition, key, Order.by(key, false), 1_000)
                .page(Window.of(new Paging(1, 100)));
    }

    private static ResourceQuestion question(String path, boolean withRelation) {
        return new ResourceQuestion(view(path), TENANT, withRelation);
    }

    private static Filter filter(String path, String text) {
        if (FilterParser.parse(text, view(path).type(), Profile.ENTRA)
                instanceof Outcome.Accepted<Filter>(var filter)) {
            return filter;
        }
        throw new AssertionError(text);
    }

    private static ResourceView view(String path) {
        return ResourceView.at(SchemaCatalog.standard(), path).orElseThrow();
    }
}
