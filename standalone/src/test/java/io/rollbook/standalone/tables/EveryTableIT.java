package io.rollbook.standalone.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** P7: row-level security stands behind every statement of every service, on every table. */
class EveryTableIT {

    private static final String DENIED = "42501";

    /** Why rows of these belong to no tenant. A new table has a tenant, or a line here. */
    private static final String WITHOUT_TENANT =
            """
            rollbook_core.flyway_schema_history: versions of the schema
            rollbook_core.relay_position: how far the relay is, one number
            rollbook_projections.flyway_schema_history: versions of the schema
            rollbook_projections.consumed: offsets of partitions
            rollbook_audit.flyway_schema_history: versions of the schema
            rollbook_audit.consumed: offsets of partitions
            rollbook_audit.signing_key: public keys of the installation
            rollbook_audit.reconciled: how far the store was compared, one number
            rollbook_audit.reconciled_offset: offsets of partitions
            """;

    /**
     * What shows more than one tenant's rows, and why; never to change them, but for the relay and
     * for when tokens were used.
     */
    private static final String WIDER =
            """
            rollbook_core.event relay select: the relay's role only
            rollbook_core.published_number relay all: the relay's role only
            rollbook_core.tenant_register search select: who a name is
            rollbook_core.token_register search select: whose a token is
            rollbook_core.connection_register search select: how a token's requests are treated
            rollbook_core.client_register search select: whose an OAuth client is
            rollbook_core.client_credential search select: whose an OAuth client is
            rollbook_core.departure search select: whose work is to be done
            rollbook_core.token_use note all: when tokens were used, noted for all at once
            rollbook_projections.applied list_of_tenants select: which tenants are to be rebuilt
            rollbook_audit.checkpoint_due list_of_tenants select: whose work is to be done
            rollbook_audit.retained_tenant list_of_tenants select: whose work is to be done
            rollbook_audit.entry_subject search select: the owner's function, which names the tenant
            """;

    /** Open to every transaction of the service: nothing but ids of work and when it is due. */
    private static final String OPEN =
            """
            rollbook_audit.synchronization_due every_tenant all: whose job is due, and when
            rollbook_audit.notice_due every_tenant all: for whom a notice waits, and since when
            rollbook_audit.reconciliation_due every_tenant all: whose log is to be looked at again
            """;

    private static final Set<String> OF_THE_RELAY =
            Set.of(
                    "event select",
                    "relay_position select",
                    "relay_position update",
                    "published_number select",
                    "published_number insert",
                    "published_number update");

    private static String ours = "";
    private static String theirs = "";

    @BeforeAll
    static void twoTenants() {
        ours = tenant();
        theirs = tenant();
    }

    private static String tenant() {
        var tenant = RunningRollbook.shared().newTenant("entra");
        var scim = tenant.scim();
        var user = scim.createUser("mia").id();
        scim.post(
                "/Groups",
                "{\"displayName\":\"x\",\"members\":[{\"value\":\"%s\"}]}".formatted(user));
        scim.post(
                "/Users",
                ScimClient.user("max").replace("}", ",\"emails\":[{\"value\":\"m@x.y\"}]}"));
        tenant.awaitEntry(scim.delete("/Users/" + user).expect(204));
        return tenant.id();
    }

    static Stream<Catalog.Table> tables() {
        var open = listed(OPEN).stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
        return Catalog.ofTenants().filter(table -> !open.contains(table.qualified()));
    }

    @Test
    void whatHasNoTenantIsListedWithItsReason() {
        assertThat(
                        Catalog.tables().stream()
                                .filter(table -> !table.hasTenant())
                                .map(Catalog.Table::qualified))
                .as("Give a new table a column tenant, or its reason in WITHOUT_TENANT")
                .containsExactlyInAnyOrderElementsOf(listed(WITHOUT_TENANT));
    }

    @Test
    void everyServiceIsThere() {
        assertThat(
                        Catalog.tables().stream()
                                .map(Catalog.Table::service)
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Catalog.SERVICES);
    }

    @Test
    void noRoleOfAServiceStandsAbovePolicies() {
        assertThat(Catalog.unbound()).isEmpty();
        assertThat(Catalog.tables().stream().filter(Catalog.Table::owned)).isEmpty();
    }

    @Test
    void whoeverSeesMoreIsListedWithItsReason() {
        assertThat(Catalog.wider())
                .as("A policy other than tenant = current_setting(…) needs its reason in WIDER")
                .containsExactlyInAnyOrderElementsOf(listed(WIDER + OPEN));
        assertThat(Set.copyOf(Catalog.rightsOfTheRelay())).isEqualTo(OF_THE_RELAY);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void isBoundByPolicies(Catalog.Table table) {
        assertThat(table.bound()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void statementsWithoutATenantReachNothing(Catalog.Table table) {
        for (var setting : List.of("", "rollbook.tenant")) {
            reachesNothing(table, setting, "", "true");
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void statementsOfAnotherTenantReachNothing(Catalog.Table table) {
        long before = Catalog.rows(table, theirs);

        reachesNothing(table, "rollbook.tenant", ours, "tenant = '" + theirs + "'");

        assertThat(Catalog.rows(table, theirs)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aRowCannotBeGivenAway(Catalog.Table table) {
        assertThat(attempt(table, "rollbook.tenant", ours, List.of("update %s set tenant = 'x'")))
                .allMatch(rows -> rows <= 0);
    }

    /** So that what reaches nothing does not so because nothing is there. */
    @Test
    void mostTablesHaveRowsOfTheOther() {
        assertThat(Catalog.ofTenants().filter(table -> Catalog.rows(table, theirs) > 0))
                .extracting(Catalog.Table::name)
                .contains(
                        "event", "resource_register", "token_register", "users", "groups", "terms")
                .contains("applied", "entry", "entry_event", "chain_link", "subject");
    }

    /** What stands before the reasons. */
    private static List<String> listed(String lines) {
        return lines.lines().map(line -> line.substring(0, line.indexOf(':'))).toList();
    }

    private static void reachesNothing(
            Catalog.Table table, String setting, String tenant, String condition) {
        var statements =
                List.of(
                        "select count(*) from %s where " + condition,
                        "update %s set tenant = tenant where " + condition,
                        "delete from %s where " + condition,
                        "insert into %s (tenant) values ('" + theirs + "')");

        var attempts = attempt(table, setting, tenant, statements);

        assertThat(attempts).hasSize(4).allMatch(rows -> rows <= 0);
        assertThat(attempts.getLast())
                .as("The row of another tenant is refused before anything else of it is looked at")
                .isEqualTo(-1);
    }

    /** Rows seen or changed by the serving role; -1 when it was refused. */
    private static List<Long> attempt(
            Catalog.Table table, String setting, String tenant, List<String> statements) {
        return Catalog.as(
                table.service(),
                connection -> {
                    connection.setAutoCommit(false);
                    var attempts = new ArrayList<Long>();
                    for (var statement : statements) {
                        enter(connection, setting, tenant);
                        attempts.add(attempt(connection, statement.formatted(table)));
                        connection.rollback();
                    }
                    return attempts;
                });
    }

    private static long attempt(Connection connection, String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return sql.getUpdateCount();
            }
            try (var rows = sql.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(DENIED);
            return -1;
        }
    }

    private static void enter(Connection connection, String setting, String tenant)
            throws SQLException {
        if (setting.isEmpty()) {
            return;
        }
        try (var sql = connection.prepareStatement("select set_config(?, ?, true)")) {
            sql.setString(1, setting);
            sql.setString(2, tenant);
            sql.execute();
        }
    }
}
