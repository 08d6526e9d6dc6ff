package io.rollbook.provisioning.register;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.CallerTerms;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
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

    public void add(String tenantId, TokenIssued token) {
        Instant expiresAt = token.expiresAt();
        jdbc.sql(
                        """
                        insert into token_register
                            (token, token_hash, tenant, connection, roles, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(token.tokenId())
                .param(token.tokenHash())
                .param(tenantId)
                .param(token.connectionId())
                .param(token.roles().toArray(String[]::new))
                .param(expiresAt == null ? null : Timestamp.from(expiresAt))
                .update();
    }

    public void remove(String tenantId, String tokenId) {
        jdbc.sql("delete from token_register where tenant = ? and token = ?")
                .params(tenantId, tokenId)
                .update();
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
                        select tenant, profile, connection, token, roles, settings
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
        var limits = settings.limits();
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
                        limits.requestsPerSecond(),
                        limits.burst(),
                        limits.concurrentRequests(),
                        settings.reviveInactive()));
    }

    private static Set<Role> rolesOf(String[] labels) {
        return Arrays.stream(labels)
                .flatMap(label -> Role.ofLabel(label).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
