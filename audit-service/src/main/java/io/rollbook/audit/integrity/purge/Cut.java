package io.rollbook.audit.integrity.purge;

import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.contract.Topics;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Up to which number each stream of a tenant is older than an instant. Before it nothing is
 * younger, whatever clocks did; and no entry lies on both sides, so that entries go whole or stay.
 */
final class Cut {

    /** Events of one request stand close together: they are of one transaction. */
    private static final int LOOKED_AT = 10_000;

    private static final String FIRST_KEPT =
            """
            select number from entry_event
            where tenant = ? and topic = ? and number > ? and recorded_at >= ?
            order by number limit 1
            """;
    private static final String FIRST_KEPT_CUSTODY =
            """
            select number from custody_entry
            where tenant = ? and number > ? and at >= ? order by number limit 1
            """;
    private static final String SIZE =
            "select size from chain_head where tenant = ? and stream = ?";
    private static final String STRADDLING =
            """
            select min(e.number) from (
                select entry_position from entry_event
                where tenant = ? and topic = ? and number > ? order by number limit ?
            ) later
            join entry_event e on e.tenant = ? and e.entry_position = later.entry_position
            where e.topic = ? and e.number <= ?
            """;
    private static final String OLDEST =
            """
            select least(
                (select recorded_at from entry where tenant = ?
                    order by recorded_at, position limit 1),
                (select at from custody_entry where tenant = ? order by number limit 1))
            """;

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Map<LogStream, Long> purged;

    /**
     * @param purged up to which number nothing is looked at
     */
    Cut(JdbcTemplate transaction, String tenant, Map<LogStream, Long> purged) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.purged = purged;
    }

    /** The time of the oldest entry; null when there is none. */
    static @Nullable Instant oldest(JdbcTemplate transaction, String tenant) {
        var oldest = transaction.queryForObject(OLDEST, OffsetDateTime.class, tenant, tenant);
        return oldest == null ? null : oldest.toInstant();
    }

    /** The last number of each stream that has something to delete. */
    Map<LogStream, Long> before(Instant before) {
        var last = new EnumMap<LogStream, Long>(LogStream.class);
        for (var stream : LogStream.values()) {
            long from = purged.getOrDefault(stream, 0L);
            long to = last(stream, from, before.atOffset(ZoneOffset.UTC));
            if (to > from) {
                last.put(stream, to);
            }
        }
        return last;
    }

    private long last(LogStream stream, long from, OffsetDateTime before) {
        return switch (stream) {
            case DIRECTORY -> whole(events(stream, Topics.DIRECTORY, from, before));
            // An attempt is one event.
            case ATTEMPTS -> events(stream, Topics.ATTEMPTS, from, before);
            case CUSTODY -> upTo(stream, number(FIRST_KEPT_CUSTODY, tenant, from, before));
        };
    }

    private long events(LogStream stream, String topic, long from, OffsetDateTime before) {
        return upTo(stream, number(FIRST_KEPT, tenant, topic, from, before));
    }

    private long upTo(LogStream stream, @Nullable Long firstKept) {
        if (firstKept != null) {
            return firstKept - 1;
        }
        var size = number(SIZE, tenant, stream.label());
        return size == null ? 0 : size;
    }

    /** Steps back to before the entries that go on after it. */
    private long whole(long last) {
        long cut = last;
        for (var first = straddling(cut); first != null; first = straddling(cut)) {
            cut = first - 1;
        }
        return cut;
    }

    private @Nullable Long straddling(long cut) {
        return number(
                STRADDLING,
                tenant,
                Topics.DIRECTORY,
                cut,
                LOOKED_AT,
                tenant,
                Topics.DIRECTORY,
                cut);
    }

    private @Nullable Long number(String query, Object... arguments) {
        // An aggregate of nothing is a row without a value.
        return transaction.queryForList(query, Long.class, arguments).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
