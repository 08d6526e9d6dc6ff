package io.rollbook.audit.integrity.retention;

import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.verify.checkpoint.Purge;
import io.rollbook.verify.sign.SignedDocument;

import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The signed records of purges. */
public final class Purges {

    private static final String ALL =
            "select signed from purge where tenant = ? order by made_at, stream, last";
    private static final String LAST =
            """
            select distinct on (stream) signed from purge
            where tenant = ? order by stream, last desc
            """;
    private static final String NUMBERS =
            "select stream, max(last) from purge where tenant = ? group by stream";
    private static final String COVERED =
            """
            select p.stream, least(p.last, coalesce(signed.size, 0))
            from (select stream, max(last) as last from purge where tenant = ? group by stream) p
            left join lateral (
                select (c.signed::jsonb #>> array['document', 'streams', p.stream, 'size'])::bigint
                    as size
                from checkpoint c where c.tenant = ? order by c.number desc limit 1) signed on true
            """;
    private static final String INSERT =
            "insert into purge (tenant, stream, last, made_at, signed) values (?, ?, ?, ?, ?)";

    private Purges() {}

    /** Oldest first; one a month and stream at most, so there are few. */
    public static List<SignedDocument> all(JdbcTemplate transaction, String tenant) {
        return transaction.query(ALL, (row, index) -> read(row.getString(1)), tenant);
    }

    /** The last one of each stream. */
    public static List<SignedDocument> last(JdbcTemplate transaction, String tenant) {
        return transaction.query(LAST, (row, index) -> read(row.getString(1)), tenant);
    }

    /** Up to which number each stream was purged; a stream that never was is not there. */
    public static Map<LogStream, Long> numbers(JdbcTemplate transaction, String tenant) {
        return numbers(transaction, NUMBERS, tenant);
    }

    /**
     * The same, but no further than the last checkpoint: only what was signed can have been purged,
     * whatever else somebody wrote into the table.
     */
    public static Map<LogStream, Long> covered(JdbcTemplate transaction, String tenant) {
        return numbers(transaction, COVERED, tenant, tenant);
    }

    private static Map<LogStream, Long> numbers(
            JdbcTemplate transaction, String sql, Object... tenant) {
        var numbers = new EnumMap<LogStream, Long>(LogStream.class);
        transaction.query(
                sql,
                row -> {
                    numbers.put(LogStream.ofLabel(row.getString(1)).orElseThrow(), row.getLong(2));
                },
                tenant);
        return numbers;
    }

    /** Stores one. */
    public static void add(JdbcTemplate transaction, Purge purge, SignedDocument signed) {
        transaction.update(
                INSERT,
                purge.tenant(),
                purge.stream(),
                purge.last(),
                Instant.parse(purge.time()).atOffset(ZoneOffset.UTC),
                signed.json());
    }

    private static SignedDocument read(String json) {
        return SignedDocument.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
