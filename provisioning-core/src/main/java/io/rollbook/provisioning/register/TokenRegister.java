package io.rollbook.provisioning.register;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.provisioning.limit.Limits;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.CallerTerms;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.RequestRates;
import io.rollbook.scim.seam.RequestSizes;
import io.rollbook.scim.seam.Role;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who owns which token. A revoked one is in here no more. */
public final class TokenRegister {

    private final JdbcClient jdbc;

    public TokenRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(TokenIssued token, Origin origin) {
        Instant expiresAt = token.expiresAt();
        jdbc.sql(
                        """
                        insert into token_register
                            (token, token_hash, tenant, connection, roles, expires_at, last_four,
                             created_at, created_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(token.tokenId())
                .param(token.tokenHash())
                .param(origin.tenantId())
                .param(token.connectionId())
                .param(token.roles().toArray(String[]::new))
                .param(expiresAt == null ? null : Timestamp.from(expiresAt))
                .param(token.lastFour())
                .param(Timestamp.from(origin.receivedAt()))
                .param(origin.actorId())
                .update();
    }

    public void remove(String tenantId, String tokenId) {
        jdbc.sql("delete from token_register where tenant = ? and token = ?")
                .params(tenantId, tokenId)
                .update();
        jdbc.sql("delete from token_use where tenant = ? and token = ?")
                .params(tenantId, tokenId)
                .update();
    }

    /** All of a connection. */
    public void removeAll(String tenantId, String connectionId) {
        jdbc.sql(
                        """
                        with gone as (
                            delete from token_register where tenant = ? and connection = ?
                            returning token)
                        delete from token_use where token in (select token from gone)
                        """)
                .params(tenantId, connectionId)
                .update();
    }

    /**
     * A tenant's tokens in the order of their creation.
     *
     * @param connectionId null for those of all connections
     * @param after an id that the page begins behind
     */
    public List<TokenEntry> page(
            String tenantId, @Nullable String connectionId, String after, int count) {
        var parameters = new ArrayList<Object>(List.of(tenantId));
        if (connectionId != null) {
            parameters.add(connectionId);
        }
        parameters.addAll(List.of(after, count));
        return jdbc.sql(
                        """
                        select t.token, t.connection, c.name, t.roles, t.last_four, t.created_at,
                            t.created_by, t.expires_at, u.used_at
                        from token_register t
                            join connection_register c using (tenant, connection)
                            left join token_use u on u.tenant = t.tenant and u.token = t.token
                        where t.tenant = ? %s and t.token > ? order by t.token limit ?
                        """
                                .formatted(connectionId == null ? "" : "and t.connection = ?"))
                .params(parameters)
                .query((row, number) -> entry(row))
                .list();
    }

    /** The connection that a token belongs to. Across tenants. */
    public Optional<AggregateId> connectionOf(String tokenId) {
        return jdbc.sql("select tenant, connection from token_register where token = ?")
                .param(tokenId)
                .query((row, number) -> AggregateId.connection(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Across tenants. */
    public Optional<Caller> callerOf(String tokenHash, Instant now) {
        return jdbc.sql(
                        """
                        select tenant, profile, connection, token, roles, settings, limits,
                            suspended, deletion_ends_at
                        from token_register
                            join tenant_register using (tenant)
                            join connection_register using (tenant, connection)
                        where token_hash = ? and (expires_at is null or expires_at > ?)
                        """)
                .params(tokenHash, Timestamp.from(now))
                .query((row, number) -> caller(row))
                .optional();
    }

    static Caller caller(ResultSet row) throws SQLException {
        var settings = SettingsColumn.read(row.getString("settings"));
        var profile = settings.profile();
        var ofTenant = LimitsColumn.read(row.getString("limits"));
        return new Caller(
                row.getString("tenant"),
                Profile.valueOf(
                        profile == null
                                ? row.getString("profile")
                                : profile.toUpperCase(Locale.ROOT)),
                row.getString("connection"),
                row.getString("token"),
                rolesOf((String[]) row.getArray("roles").getArray()),
                new CallerTerms(
                        rates(settings.limits()),
                        rates(ofTenant),
                        sizes(settings.limits()).and(sizes(ofTenant)),
                        settings.reviveInactive(),
                        row.getBoolean("suspended")
                                || row.getTimestamp("deletion_ends_at") != null));
    }

    private static RequestRates rates(Limits limits) {
        return new RequestRates(
                limits.requestsPerSecond(), limits.burst(), limits.concurrentRequests());
    }

    private static RequestSizes sizes(Limits limits) {
        return new RequestSizes(
                limits.bodyBytes(),
                limits.patchOperations(),
                limits.bulkOperations(),
                limits.members(),
                limits.pageSize(),
                limits.filterDepth());
    }

    private static TokenEntry entry(ResultSet row) throws SQLException {
        return new TokenEntry(
                row.getString("token"),
                row.getString("connection"),
                row.getString("name"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("last_four"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("used_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp column) {
        return column == null ? null : column.toInstant();
    }

    private static Set<Role> rolesOf(String[] labels) {
        return Arrays.stream(labels)
                .flatMap(label -> Role.ofLabel(label).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
