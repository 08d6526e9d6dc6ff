package io.rollbook.projections.database;

import static io.rollbook.projections.fixture.Events.deleted;
import static io.rollbook.projections.fixture.Events.group;
import static io.rollbook.projections.fixture.Events.joined;
import static io.rollbook.projections.fixture.Events.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.projections.fixture.World;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Row-level security holds when a statement forgets to name the tenant. */
class TenantIsolationIT {

    private static final String OURS = World.newTenant();
    private static final String THEIRS = World.newTenant();
    private static World world;

    @BeforeAll
    static void open() {
        world = new World();
        world.given(
                OURS,
                user("u1", Map.of("userName", "ada", "emails", List.of(Map.of("value", "a@b")))),
                user("u2", "grace"),
                group("g1", "A"),
                joined("g1", 2, "u1"),
                deleted("u2", 2));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"applied", "users", "groups", "terms", "membership", "tombstones"})
    void tableShowsRowsOfTheTenantOnly(String table) {
        assertThat(count(OURS, table)).isPositive();
        assertThat(count(THEIRS, table)).isZero();
        assertThat(count("", table)).isZero();
        assertThat(countWithoutTenant(table)).isZero();
    }

    @Test
    void everyTableWithTenantsIsForcedUnderRowLevelSecurity() {
        var tables =
                world.readSide()
                        .transactions()
                        .run(
                                connection ->
                                        Sql.of(
                                                        """
                                                        select string_agg(c.relname, ' ' order by c.relname)
                                                        from pg_class c join pg_attribute a on a.attrelid = c.oid
                                                        where c.relnamespace = current_schema()::regnamespace
                                                            and c.relkind = 'r' and a.attname = 'tenant'
                                                            and c.relrowsecurity and c.relforcerowsecurity
                                                        """)
                                                .query(
                                                        connection,
                                                        rows -> {
                                                            rows.next();
                                                            return rows.getString(1);
                                                        }));

        assertThat(tables.split(" "))
                .containsExactlyInAnyOrderElementsOf(
                        Tables.names().stream().filter(name -> !name.equals("consumed")).toList());
    }

    @Test
    void rowCannotBeWrittenForAnotherTenant() {
        assertThatThrownBy(
                        () ->
                                world.readSide()
                                        .transactions()
                                        .run(
                                                connection -> {
                                                    TenantScope.enter(connection, THEIRS);
                                                    return Sql.of(
                                                                    "insert into tombstones values"
                                                                            + " (?, 'x', 1)",
                                                                    OURS)
                                                            .update(connection);
                                                }))
                .isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void tenantIsForgottenAfterEachQuestion() {
        for (int i = 0; i < 20; i++) {
            assertThat(count(OURS, "users")).isPositive();
            assertThat(countWithoutTenant("users")).isZero();
        }
    }

    @Test
    void listOfTenantsShowsNothingElse() {
        assertThat(count("*", "applied")).isPositive();
        assertThat(count("*", "users")).isZero();
    }

    @Test
    void idsNamesAndMembersOfOthersAreUnknown() {
        var stranger = world.client(THEIRS);

        assertThat(stranger.get("/Users/u1").status()).isEqualTo(404);
        assertThat(stranger.get("/Groups/g1").status()).isEqualTo(404);
        assertThat(stranger.ids("/Users", "userName eq \"ada\"")).isEmpty();
        assertThat(stranger.ids("/Users", "emails.value eq \"a@b\"")).isEmpty();
        assertThat(stranger.ids("/Users", "groups.value eq \"g1\"")).isEmpty();
        assertThat(stranger.ids("/Groups", "members eq \"u1\"")).isEmpty();

        world.given(THEIRS, group("h1", "H"), joined("h1", 2, "u1"));

        assertThat(new String(stranger.get("/Groups/h1").body(), StandardCharsets.UTF_8))
                .doesNotContain("ada");
        assertThat(world.client(OURS).ids("/Users", "groups.value eq \"h1\"")).isEmpty();
    }

    private static long count(String tenantId, String table) {
        return world.readSide()
                .queries()
                .ask(
                        tenantId,
                        Sql.of("select count(*) from " + table),
                        rows -> rows.next() ? rows.getLong(1) : -1);
    }

    private static long countWithoutTenant(String table) {
        return world.readSide()
                .transactions()
                .run(
                        connection ->
                                Sql.of("select count(*) from " + table)
                                        .query(
                                                connection,
                                                rows -> rows.next() ? rows.getLong(1) : -1));
    }
}
