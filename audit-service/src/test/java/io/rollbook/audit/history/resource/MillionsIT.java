package io.rollbook.audit.history.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.history.page.Page;
import io.rollbook.audit.history.page.Place;
import io.rollbook.audit.read.SearchPlans;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Indexes have what was by each 2^20 of numbers. One user changed in the first, the second and the
 * fourth of them, and at both sides of a border; others fill what is between.
 */
class MillionsIT {

    private static final String TENANT = "t-millions";
    private static final String USER = "u";
    private static final long MILLION = 1 << 20;
    private static final long END = 4 * MILLION;
    private static final List<Long> NUMBERS =
            List.of(5L, MILLION - 1, MILLION, MILLION + 7, 3 * MILLION + 2);

    private static final String RESOURCE =
            """
            insert into history_resource (tenant, id, type, created_number, created_at,
                display_name, user_name, attributes)
            values (?, 'u', 'User', 5, '2026-01-01Z', '"A"', '"a@example.com"',
                '{"displayName":"A","userName":"a@example.com"}')
            """;
    private static final String CHANGE =
            "insert into history_attribute (tenant, resource_id, path, number, value)"
                    + " values (?, 'u', ?, ?, ?)";
    private static final String VERSION =
            """
            insert into history_version (tenant, number, clock, resource_id, resource_type, version,
                joined, departed)
            values (?, ?, '2026-01-01Z', ?, 'User', ?, ?, 0)
            """;

    private static final String OTHERS =
            """
            insert into history_version (tenant, number, clock, resource_id, resource_type, version,
                joined, departed)
            select ?, n, '2026-01-01Z', 'other-' || n % 7, 'User', 1, 0, 0
            from generate_series(100, ?, 5000) n
            """;

    private static final String RESTLESS =
            """
            insert into history_attribute (tenant, resource_id, path, number, value)
            select ?, 'restless', (array['active', 'title'])[1 + n % 2], n, '"x"'
            from generate_series(7, ?, 200) n
            """;

    private static LogDatabase database;

    @BeforeAll
    static void fills() {
        var access = Databases.create("audit_millions");
        database = Databases.open(access);
        var operator = Databases.asOperator(access);
        operator.update(RESOURCE, TENANT);
        change(operator, "displayName", MILLION - 1, "\"B\"");
        change(operator, "displayName", MILLION, "\"C\"");
        change(operator, "title", MILLION + 7, "\"Nurse\"");
        change(operator, "displayName", 3 * MILLION + 2, null);
        for (int i = 0; i < NUMBERS.size(); i++) {
            operator.update(VERSION, TENANT, NUMBERS.get(i), USER, i + 1, i * 10);
        }
        operator.update(OTHERS, TENANT, END);
        operator.update(RESTLESS, TENANT, END);
        operator.execute("analyze");
    }

    private static void change(JdbcTemplate operator, String path, long number, String value) {
        operator.update(CHANGE, TENANT, path, number, value);
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "4, ''",
        "5, 'displayName=A, userName=a@example.com'",
        "1048574, 'displayName=A, userName=a@example.com'",
        "1048575, 'displayName=B, userName=a@example.com'",
        "1048576, 'displayName=C, userName=a@example.com'",
        "2097151, 'displayName=C, title=Nurse, userName=a@example.com'",
        "3145729, 'displayName=C, title=Nurse, userName=a@example.com'",
        "3145730, 'title=Nurse, userName=a@example.com'",
        "4194304, 'title=Nurse, userName=a@example.com'"
    })
    void attributesAreThoseOfTheLastChange(long number, String expected) {
        var found = read(transaction -> attributes(transaction, number));

        assertThat(found).isEqualTo(expected);
    }

    private static String attributes(JdbcTemplate transaction, long number) {
        var life = Life.of(transaction, TENANT, USER).orElseThrow();
        return AttributeValues.at(transaction, TENANT, life, number).entrySet().stream()
                .map(MillionsIT::text)
                .collect(Collectors.joining(", "));
    }

    private static String text(Map.Entry<String, JsonNode> value) {
        return value.getKey() + "=" + value.getValue().asString();
    }

    @ParameterizedTest
    @CsvSource({
        "5, A, 1, 0",
        "1048575, B, 2, 10",
        "1048576, C, 3, 20",
        "3145729, C, 4, 30",
        "4194304, a@example.com, 5, 40"
    })
    void theFaceAndTheTotalsAreThoseOfTheLastVersion(
            long number, String name, long version, long joined) {
        var face = read(transaction -> Faces.at(transaction, TENANT, List.of(USER), number));
        var totals = read(transaction -> Totals.at(transaction, TENANT, USER, number));

        assertThat(face.get(USER).name()).isEqualTo(name);
        assertThat(totals).isEqualTo(new Totals(version, joined, 0));
    }

    @Test
    void versionsAreInOrderFromPageToPage() {
        var found = new ArrayList<Long>();
        long after = 0;
        for (boolean more = true; more; ) {
            long from = after;
            Page<Version> page =
                    read(transaction -> VersionPages.page(transaction, TENANT, USER, from, END, 2));
            page.items().forEach(version -> found.add(version.number()));
            more = page.next() != null;
            after = found.getLast();
        }

        assertThat(found).isEqualTo(NUMBERS);
    }

    @Test
    void aDifferenceHasEachResourceOnceHoweverManyMillionsItChangedIn() {
        var changed =
                read(
                        transaction ->
                                new TenantDifference(transaction, TENANT, 4, END, (int) MILLION)
                                        .page(Place.START, 100));

        assertThat(changed.items()).extracting(item -> item.life().id()).containsExactly(USER);
    }

    @Test
    void whatChangedThousandsOfTimesCostsALookForEachPathAndMillion() {
        var plan =
                read(
                        transaction ->
                                JsonMapper.shared()
                                        .readTree(
                                                transaction.queryForObject(
                                                        "explain (analyze, format json) "
                                                                + AttributeValues.LAST,
                                                        String.class,
                                                        TENANT,
                                                        "restless",
                                                        END,
                                                        TENANT,
                                                        "restless",
                                                        TENANT,
                                                        "restless",
                                                        END)));

        assertThat(SearchPlans.rowsRead(plan)).as(plan.toString()).isLessThan(100);
    }

    private static <T> T read(Function<JdbcTemplate, T> question) {
        return database.read(TENANT, question);
    }
}
