package io.rollbook.audit.synchronization.follow;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.synchronization.job.Credentials;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The tokens that the connections of one tenant provision with. */
final class Tokens {

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Set<String> known;

    private Tokens(JdbcTemplate transaction, String tenant, Set<String> known) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.known = known;
    }

    /** Knows those that the events came with. */
    static Tokens before(JdbcTemplate transaction, String tenant, List<LoggedEvent> events) {
        var used =
                events.stream()
                        .map(event -> event.cause().actor().tokenId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toArray(String[]::new);
        var known =
                transaction.queryForList(
                        """
                        select t.id from unnest(?) as wanted (id) cross join lateral
                            (select id from synchronization_token
                             where tenant = ? and id = wanted.id offset 0) as t
                        """,
                        String.class,
                        used,
                        tenant);
        return new Tokens(transaction, tenant, new HashSet<>(known));
    }

    boolean know(@Nullable String token) {
        return token != null && known.contains(token);
    }

    /** When the connection's last token stops being valid, one more being there. */
    Instant issued(String connection, String token, @Nullable Instant expiresAt) {
        known.add(token);
        transaction.update(
                """
                insert into synchronization_token (tenant, connection, id, valid_until)
                values (?, ?, ?, ?) on conflict do nothing
                """,
                tenant,
                connection,
                token,
                CycleRows.time(expiresAt == null ? Credentials.FOR_EVER : expiresAt));
        return validUntil(connection);
    }

    /** The same without one; null for a token that is none of these. */
    @Nullable Instant revoked(String connection, String token, Instant at) {
        var changed =
                transaction.update(
                        """
                        update synchronization_token set valid_until = least(valid_until, ?)
                        where tenant = ? and id = ? and connection = ?
                        """,
                        CycleRows.time(at),
                        tenant,
                        token,
                        connection);
        return changed == 0 ? null : validUntil(connection);
    }

    private Instant validUntil(String connection) {
        return Objects.requireNonNull(
                transaction.queryForObject(
                        """
                        select valid_until from synchronization_token
                        where tenant = ? and connection = ? order by valid_until desc limit 1
                        """,
                        (row, number) -> row.getTimestamp(1).toInstant(),
                        tenant,
                        connection));
    }
}
