package io.rollbook.audit.history.record;

import io.rollbook.audit.entry.LoggedEvent;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A row for each event, with the running totals of its group. */
final class Versions {

    private static final String TOTALS =
            """
            select w.id, v.joined, v.departed
            from unnest(?) as w (id) cross join lateral (
                select joined, departed from history_version
                where tenant = ? and resource_id = w.id
                order by million desc, number desc limit 1) as v
            """;
    private static final String INSERT =
            """
            insert into history_version (tenant, number, clock, resource_id, resource_type, version,
                joined, departed)
            select ?, u.* from unnest(?, ?::timestamptz[], ?, ?, ?, ?, ?) as u
            """;

    private record Totals(long joined, long departed) {

        static final Totals NONE = new Totals(0, 0);

        Totals and(MembershipEffect effect) {
            return new Totals(joined + effect.joined(), departed + effect.departed());
        }
    }

    private record Row(
            long number,
            Instant time,
            String resource,
            String type,
            @Nullable Long version,
            Totals totals) {}

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Map<String, Totals> totals;
    private final List<Row> rows = new ArrayList<>();

    private Versions(JdbcTemplate transaction, String tenant, Map<String, Totals> totals) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.totals = totals;
    }

    static Versions before(JdbcTemplate transaction, String tenant, List<LoggedEvent> events) {
        var groups =
                events.stream()
                        .filter(event -> "Group".equals(event.meaning().target().type()))
                        .map(Versions::resource)
                        .distinct()
                        .toArray(String[]::new);
        var totals = new HashMap<String, Totals>();
        if (groups.length > 0) {
            transaction.query(
                    TOTALS,
                    row -> {
                        totals.put(row.getString(1), new Totals(row.getLong(2), row.getLong(3)));
                    },
                    groups,
                    tenant);
        }
        return new Versions(transaction, tenant, totals);
    }

    private static String resource(LoggedEvent event) {
        return Objects.requireNonNull(event.meaning().target().id());
    }

    void add(LoggedEvent event, Instant time, MembershipEffect effect) {
        var id = resource(event);
        var now = totals.getOrDefault(id, Totals.NONE).and(effect);
        if (!now.equals(Totals.NONE)) {
            totals.put(id, now);
        }
        rows.add(
                new Row(
                        event.envelope().sequence(),
                        time,
                        id,
                        Objects.requireNonNull(event.meaning().target().type()),
                        event.meaning().version(),
                        now));
    }

    void save() {
        transaction.update(
                INSERT,
                tenant,
                rows.stream().map(Row::number).toArray(Long[]::new),
                rows.stream().map(row -> row.time().toString()).toArray(String[]::new),
                rows.stream().map(Row::resource).toArray(String[]::new),
                rows.stream().map(Row::type).toArray(String[]::new),
                rows.stream().map(Row::version).toArray(Long[]::new),
                rows.stream().map(row -> row.totals().joined()).toArray(Long[]::new),
                rows.stream().map(row -> row.totals().departed()).toArray(Long[]::new));
    }
}
