package io.rollbook.audit.rebuild;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.contract.Topics;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.List;

/** The log that serves and the one that was rebuilt, tenant by tenant, a page at a time. */
@SuppressWarnings("InlineFormatString") // The statements stand together.
final class LogComparison {

    private static final int PAGE = 5_000;

    /** In both, or in one of them: the first number whose rows are not the same. */
    private static final String FIRST =
            """
            select min(number) from (
                select coalesce(serving.number, built.number) as number
                from (select * from %1$s
                    where tenant = ? and %3$s = ? and number > ? and number <= ?) serving
                full join (select * from %2$s.%1$s
                    where tenant = ? and %3$s = ? and number > ? and number <= ?) built
                    using (number)
                where (%4$s) is distinct from (%5$s)
            ) as different
            """;

    private static final List<String> LINK = List.of("hash");

    /** Not when it was published and logged: what is published again, is published later. */
    private static final List<String> EVENT =
            List.of(
                    "position",
                    "entry_position",
                    "id",
                    "type",
                    "version",
                    "recorded_at",
                    "changes",
                    "joined",
                    "departed",
                    "characters",
                    "document");

    private static final List<String> ENTRY =
            List.of(
                    "id",
                    "request_key",
                    "recorded_at",
                    "received_at",
                    "status",
                    "action",
                    "restored",
                    "actor_kind",
                    "actor_id",
                    "token_id",
                    "target_type",
                    "target_id",
                    "request_id",
                    "operation",
                    "caused_by",
                    "http_status",
                    "scim_type",
                    "detail",
                    "error_code",
                    "ignored");

    /** What depends on the order in which the two topics were read. */
    private static final List<String> NAMES =
            List.of("actor_name", "source_id", "subject_name", "user_name", "cycle_id");

    private static final String ENTRIES =
            """
            select min(position) filter (where (%2$s) is distinct from (%3$s)) as first,
                count(*) filter (where (%4$s) is distinct from (%5$s)) as named
            from (select * from entry
                where tenant = ? and position > ? and position <= ?) serving
            full join (select * from %1$s.entry
                where tenant = ? and position > ? and position <= ?) built using (position)
            """;
    private static final String LAST =
            "select coalesce(max(number), 0) from %s.applied where tenant = ? and topic = ?";
    private static final String NEXT =
            "select position from entry_event where tenant = ? and topic = ? and number = ?";
    private static final String PURGED =
            "select coalesce(max(last), 0) from purge where tenant = ? and stream = ?";
    private static final String POSITION =
            """
            select position from %sentry_event
            where tenant = ? and topic = ? and number <= ? order by number desc limit 1
            """;
    private static final String PAGE_END =
            """
            select max(position) from (
                select position from %s.entry where tenant = ? and position > ?
                order by position limit ?
            ) as page
            """;

    private final LogDatabase serving;
    private final String schema;
    private final List<Deviation> deviations = new ArrayList<>();
    private long otherNames;

    /**
     * @param schema of the log that was rebuilt; the service's role reads both
     */
    LogComparison(LogDatabase serving, String schema) {
        this.serving = serving;
        this.schema = schema;
    }

    List<Deviation> deviations() {
        return List.copyOf(deviations);
    }

    long otherNames() {
        return otherNames;
    }

    /** As far as the rebuilt log goes; the other one has grown since. */
    void compare(String tenant) {
        long upTo = Long.MAX_VALUE;
        long from = 0;
        for (var topic : List.of(Topics.DIRECTORY, Topics.ATTEMPTS)) {
            long last = read(tenant, LAST.formatted(schema), tenant, topic);
            var stream = LogStream.ofTopic(topic).label();
            numbered(tenant, "hash of " + stream, "chain_link", "stream", stream, 0, last, LINK);
            // What retention deletes is in neither, or is about to go from one of them.
            long purged = read(tenant, PURGED, tenant, stream);
            from = Math.max(from, purgedPosition(tenant, topic, purged));
            numbered(
                    tenant,
                    "document of " + stream,
                    "entry_event",
                    "topic",
                    topic,
                    purged,
                    last,
                    EVENT);
            // An event that came to this topic afterwards may be older than the last of the other.
            long next = read(tenant, NEXT, tenant, topic, last + 1);
            upTo = next == 0 ? upTo : Math.min(upTo, next - 1);
        }
        entries(tenant, from, upTo);
    }

    private long purgedPosition(String tenant, String topic, long purged) {
        return Math.max(
                read(tenant, POSITION.formatted(""), tenant, topic, purged),
                read(tenant, POSITION.formatted(schema + "."), tenant, topic, purged));
    }

    private void numbered(
            String tenant,
            String what,
            String table,
            String column,
            String value,
            long after,
            long last,
            List<String> columns) {
        var query =
                FIRST.formatted(
                        table, schema, column, of("serving", columns), of("built", columns));
        for (long from = after; from < last; from += PAGE) {
            long to = Math.min(from + PAGE, last);
            long first = read(tenant, query, tenant, value, from, to, tenant, value, from, to);
            if (first > 0) {
                deviations.add(new Deviation(tenant, what, first));
                return;
            }
        }
    }

    private void entries(String tenant, long after, long upTo) {
        var query =
                ENTRIES.formatted(
                        schema,
                        of("serving", ENTRY),
                        of("built", ENTRY),
                        of("serving", NAMES),
                        of("built", NAMES));
        boolean different = false;
        long from = after;
        while (from < upTo) {
            long end = read(tenant, PAGE_END.formatted(schema), tenant, from, PAGE);
            // After the last one that was rebuilt, the log that serves must not have one either.
            long to = end == 0 ? upTo : Math.min(end, upTo);
            long first = entries(tenant, query, from, to);
            if (first > 0 && !different) {
                different = true;
                deviations.add(new Deviation(tenant, "entry at position", first));
            }
            from = to;
        }
    }

    private long entries(String tenant, String query, long from, long to) {
        var row =
                serving.read(
                        tenant,
                        transaction ->
                                transaction.queryForMap(query, tenant, from, to, tenant, from, to));
        otherNames += number(row.get("named"));
        return number(row.get("first"));
    }

    private long read(String tenant, String query, Object... arguments) {
        return serving.read(tenant, transaction -> number(firstOf(transaction, query, arguments)));
    }

    private static @Nullable Object firstOf(
            JdbcTemplate transaction, String query, Object... arguments) {
        var found = transaction.queryForList(query, Object.class, arguments);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static String of(String side, List<String> columns) {
        return String.join(", ", columns.stream().map(column -> side + "." + column).toList());
    }
}
