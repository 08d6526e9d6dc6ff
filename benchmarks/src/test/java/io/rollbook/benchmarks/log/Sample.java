package io.rollbook.benchmarks.log;

import io.rollbook.audit.graph.summary.SkipToken;
import io.rollbook.audit.read.Place;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** An entry that is in the log, whose values filters ask for. */
record Sample(
        String id,
        long position,
        Instant recordedAt,
        String cycle,
        String source,
        String target,
        String name) {

    private static final String ANYWHERE =
            """
            select e.id, e.position, e.recorded_at, e.cycle_id, e.source_id, e.target_id,
                e.subject_name
            from generate_series(1, ?) as n
            cross join lateral (
                select * from entry
                where tenant = ? and position >= (n * 7919 %% 1000) * (%d / 1000)
                    and subject_name is not null and source_id is not null
                    and target_type = 'User' and target_id is not null and cycle_id is not null
                order by position limit 1) as e
            """;

    /** Entries of users from all over the log. */
    static List<Sample> take(Connection operator, String tenant, int count, long entries)
            throws SQLException {
        var samples = new ArrayList<Sample>();
        try (var query = operator.prepareStatement(ANYWHERE.formatted(entries))) {
            query.setInt(1, count);
            query.setString(2, tenant);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    samples.add(of(rows));
                }
            }
        }
        return samples;
    }

    private static Sample of(ResultSet row) throws SQLException {
        return new Sample(
                row.getString("id"),
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("cycle_id"),
                row.getString("source_id"),
                row.getString("target_id"),
                row.getString("subject_name"));
    }

    /** A filter with the values of this entry. */
    String fill(String filter) {
        var words = name.split(" ", 2);
        return filter.replace("{id}", id)
                .replace("{begin}", id.substring(0, 11))
                .replace("{cycle}", cycle)
                .replace("{cycleBegin}", cycle.substring(0, 6))
                .replace("{source}", source)
                .replace("{sourceBegin}", source.substring(0, 6))
                .replace("{target}", target)
                .replace("{targetBegin}", target.substring(0, 11))
                .replace("{name}", name.replace("'", "''"))
                .replace("{given}", words[0])
                .replace("{family}", words[words.length - 1])
                .replace("{part}", name.substring(1, Math.min(6, name.length())))
                .replace("{time}", recordedAt.toString())
                .replace("{from}", recordedAt.minus(Duration.ofHours(12)).toString())
                .replace("{to}", recordedAt.plus(Duration.ofHours(12)).toString());
    }

    /** As the page before this entry would have said where to go on. */
    String skipToken() {
        return SkipToken.of(new Place(recordedAt, position)).text();
    }
}
