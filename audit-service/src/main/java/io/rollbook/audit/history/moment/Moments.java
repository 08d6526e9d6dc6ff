package io.rollbook.audit.history.moment;

import io.rollbook.contract.Topics;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/** Finds the event that a moment means. */
public final class Moments {

    private static final String HEAD =
            "select coalesce(max(number), 0) from applied where tenant = ? and topic = ?";
    static final String AT =
            """
            select number from history_version
            where tenant = ? and clock <= ? order by clock desc, number desc limit 1
            """;
    private static final String CLOCK =
            "select clock from history_version where tenant = ? and number = ?";
    private static final String HASH =
            "select hash from chain_link where tenant = ? and stream = 'directory' and number = ?";

    private Moments() {}

    /** Empty when the log has no event with the number yet. */
    public static Optional<Basis> basis(JdbcTemplate transaction, String tenant, Moment moment) {
        long head = head(transaction, tenant);
        return switch (moment) {
            case Moment.Now() -> Optional.of(basis(transaction, tenant, head, null, true));
            case Moment.Numbered(long number) ->
                    number > head
                            ? Optional.empty()
                            : Optional.of(basis(transaction, tenant, number, null, true));
            case Moment.At(var instant) -> {
                long number = at(transaction, tenant, instant);
                yield Optional.of(basis(transaction, tenant, number, instant, number < head));
            }
        };
    }

    private static long head(JdbcTemplate transaction, String tenant) {
        var head = transaction.queryForObject(HEAD, Long.class, tenant, Topics.DIRECTORY);
        return head == null ? 0 : head;
    }

    private static long at(JdbcTemplate transaction, String tenant, Instant instant) {
        return transaction
                .queryForList(AT, Long.class, tenant, instant.atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private static Basis basis(
            JdbcTemplate transaction,
            String tenant,
            long number,
            @Nullable Instant asked,
            boolean settled) {
        var clock =
                transaction
                        .query(
                                CLOCK,
                                (row, index) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                                tenant,
                                number)
                        .stream()
                        .findFirst();
        var hash =
                transaction.queryForList(HASH, byte[].class, tenant, number).stream()
                        .map(HexFormat.of()::formatHex)
                        .findFirst();
        return new Basis(number, clock.orElse(null), hash.orElse(null), asked, settled);
    }
}
