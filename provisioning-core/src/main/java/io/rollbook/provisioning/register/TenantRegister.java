package io.rollbook.provisioning.register;

import io.rollbook.provisioning.limit.Limits;
import io.rollbook.provisioning.tenant.event.Retention;
import io.rollbook.provisioning.tenant.event.Standing;
import io.rollbook.scim.seam.Profile;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which tenants there are; their names are unique. */
public final class TenantRegister {

    private static final String COLUMNS =
            "select tenant, name, profile, suspended, deletion_ends_at, retention, created_at,"
                    + " limits"
                    + " from tenant_register ";

    /** Through which somebody of a tenant could get in. */
    private static final List<String> CLOSED =
            List.of("token_use", "token_register", "client_register", "connection_register");

    private final JdbcClient jdbc;

    public TenantRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return false when the name is taken
     */
    public boolean add(String tenantId, String name, Profile profile, Instant created) {
        return jdbc.sql(
                                """
                                insert into tenant_register (tenant, name, profile, created_at)
                                values (?, ?, ?, ?) on conflict (name) do nothing
                                """)
                        .params(tenantId, name, profile.name(), Timestamp.from(created))
                        .update()
                == 1;
    }

    public void save(String tenantId, Standing standing) {
        Instant endsAt = standing.deletionEndsAt();
        jdbc.sql(
                        """
                        update tenant_register set suspended = ?, deletion_ends_at = ?
                        where tenant = ?
                        """)
                .param(standing.suspended())
                .param(endsAt == null ? null : Timestamp.from(endsAt))
                .param(tenantId)
                .update();
    }

    public void save(String tenantId, Limits limits) {
        jdbc.sql("update tenant_register set limits = ? where tenant = ?")
                .params(LimitsColumn.write(limits), tenantId)
                .update();
    }

    public void save(String tenantId, Retention retention) {
        jdbc.sql("update tenant_register set retention = ?, held_until = ? where tenant = ?")
                .param(RetentionColumn.write(retention))
                .param(retention.heldUntil().map(Timestamp::from).orElse(null))
                .param(tenantId)
                .update();
    }

    /** With its connections, tokens and OAuth clients. */
    public void remove(String tenantId) {
        for (String register : CLOSED) {
            jdbc.sql("delete from " + register + " where tenant = ?").param(tenantId).update();
        }
        jdbc.sql("delete from tenant_register where tenant = ?").param(tenantId).update();
    }

    /**
     * In the order of their names. Across tenants.
     *
     * @param after a name that the page begins behind
     */
    public List<TenantEntry> page(String after, int count) {
        return jdbc.sql(COLUMNS + "where name > ? order by name limit ?")
                .params(after, count)
                .query((row, number) -> entry(row))
                .list();
    }

    /** Across tenants. */
    public Optional<TenantEntry> find(String nameOrId) {
        return jdbc.sql(COLUMNS + "where name = ? or tenant = ? order by name = ? desc limit 1")
                .params(nameOrId, nameOrId, nameOrId)
                .query((row, number) -> entry(row))
                .optional();
    }

    /** The ids of those that have to go and are not held. Across tenants. */
    public List<String> due(Instant now, int count) {
        return jdbc.sql(
                        """
                        select tenant from tenant_register where deletion_ends_at <= ?
                            and (held_until is null or held_until <= ?)
                        order by deletion_ends_at limit ?
                        """)
                .params(Timestamp.from(now), Timestamp.from(now), count)
                .query((row, number) -> row.getString("tenant"))
                .list();
    }

    private static TenantEntry entry(ResultSet row) throws SQLException {
        return new TenantEntry(
                row.getString("tenant"),
                row.getString("name"),
                Profile.valueOf(row.getString("profile")),
                new Standing(
                        row.getBoolean("suspended"), instant(row.getTimestamp("deletion_ends_at"))),
                RetentionColumn.read(row.getString("retention")),
                row.getTimestamp("created_at").toInstant(),
                LimitsColumn.read(row.getString("limits")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp column) {
        return column == null ? null : column.toInstant();
    }
}
