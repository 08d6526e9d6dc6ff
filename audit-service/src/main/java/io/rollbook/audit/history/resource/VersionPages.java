package io.rollbook.audit.history.resource;

import io.rollbook.audit.history.page.Page;
import io.rollbook.audit.history.page.Place;
import io.rollbook.audit.read.Told;

import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The versions of one resource, oldest first. */
public final class VersionPages {

    /** A page is cut short when its documents become more than this. */
    static final int MOST_CHARACTERS = 8 * 1024 * 1024;

    static final String ROWS =
            """
            select v.number, v.clock, v.version, coalesce(e.characters, 0) as characters
            from (select number, clock, version from history_version
                where tenant = ? and resource_id = ? and number > ? and number <= ?
                order by million, number limit ?) as v
            left join lateral (select characters from entry_event
                where tenant = ? and topic = 'rollbook.directory.v1' and number = v.number
                offset 0) as e on true
            order by v.number
            """;
    private static final String EVENTS =
            """
            select e.* from unnest(?) as w (number) cross join lateral (
                select number, id, type, joined, departed, document from entry_event
                where tenant = ? and topic = 'rollbook.directory.v1' and number = w.number
                offset 0) as e
            """;

    private record Row(long number, Instant recordedAt, long version, int characters) {}

    private VersionPages() {}

    /**
     * @param after the event before the first that is wanted
     * @param last the last that is wanted
     */
    public static Page<Version> page(
            JdbcTemplate transaction, String tenant, String id, long after, long last, int count) {
        var rows =
                transaction.query(
                        ROWS,
                        (row, index) ->
                                new Row(
                                        row.getLong("number"),
                                        row.getObject("clock", OffsetDateTime.class).toInstant(),
                                        row.getLong("version"),
                                        row.getInt("characters")),
                        tenant,
                        id,
                        after,
                        last,
                        count + 1,
                        tenant);
        var fitting = fitting(rows, count);
        var numbers = fitting.stream().map(Row::number).toList();
        var authorities = Authority.of(transaction, tenant, numbers);
        var details = details(transaction, tenant, numbers, authorities);
        var versions =
                fitting.stream()
                        .map(
                                row ->
                                        new Version(
                                                row.number(),
                                                row.recordedAt(),
                                                row.version(),
                                                details.get(row.number())))
                        .toList();
        boolean more = fitting.size() < rows.size();
        return new Page<>(versions, more ? new Place(0, "", fitting.getLast().number()) : null);
    }

    private static List<Row> fitting(List<Row> rows, int count) {
        var fitting = new ArrayList<Row>();
        long characters = 0;
        for (var row : rows) {
            characters += row.characters();
            if (fitting.size() == count || (characters > MOST_CHARACTERS && !fitting.isEmpty())) {
                break;
            }
            fitting.add(row);
        }
        return fitting;
    }

    private static Map<Long, Version.Detail> details(
            JdbcTemplate transaction,
            String tenant,
            List<Long> numbers,
            Map<Long, Authority> authorities) {
        var details = new HashMap<Long, Version.Detail>();
        transaction.query(
                EVENTS,
                row -> {
                    long number = row.getLong("number");
                    var authority = authorities.get(number);
                    if (authority != null) {
                        details.put(
                                number,
                                new Version.Detail(
                                        row.getString("id"),
                                        row.getString("type"),
                                        row.getInt("joined"),
                                        row.getInt("departed"),
                                        authority,
                                        Told.of(
                                                number,
                                                AttributeValues.parse(row.getString("document")))));
                    }
                },
                numbers.toArray(Long[]::new),
                tenant);
        return details;
    }
}
