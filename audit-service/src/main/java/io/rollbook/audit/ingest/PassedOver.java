package io.rollbook.audit.ingest;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.audit.integrity.retention.Purges;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.List;
import java.util.Map;

/**
 * What is not written again when the topics are read from their beginning: entries that retention
 * deleted. Everything else that their events make is made as it was. What no checkpoint covers was
 * never deleted: a record that says so is forged, and its entries are written.
 */
final class PassedOver {

    private static final String FIND =
            """
            select request_key, position from passed_over
            where tenant = ? and request_key = any (?)
            """;
    private static final String ADD =
            "insert into passed_over (tenant, request_key, position) values (?, ?, ?)";
    private static final String CLEAR = "delete from passed_over where tenant = ?";

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Map<LogStream, Long> purged;

    PassedOver(JdbcTemplate transaction, String tenant) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.purged = Purges.covered(transaction, tenant);
    }

    boolean contains(LoggedEvent event) {
        var envelope = event.envelope();
        var stream = LogStream.ofTopic(envelope.type().topic());
        return envelope.sequence() <= purged.getOrDefault(stream, 0L);
    }

    /** Entries that would be there had they not been deleted, by their keys. */
    void addTo(Map<String, Long> positions, List<LoggedEvent> events) {
        if (events.stream().noneMatch(this::contains)) {
            return;
        }
        transaction.query(
                FIND,
                row -> {
                    positions.put(row.getString(1), row.getLong(2));
                },
                tenant,
                events.stream().map(LoggedEvent::requestKey).distinct().toArray(String[]::new));
    }

    /** Remembers entries whose later events may be in a later batch. */
    void save(List<LoggedEvent> opening, List<LoggedEvent> events) {
        transaction.batchUpdate(
                ADD,
                opening.stream()
                        .map(
                                event ->
                                        new Object[] {
                                            tenant, event.requestKey(), event.envelope().position()
                                        })
                        .toList());
        if (isBehind(events)) {
            transaction.update(CLEAR, tenant);
        }
    }

    /** An attempt is one event: only the directory has entries of several. */
    private boolean isBehind(List<LoggedEvent> events) {
        long last = purged.getOrDefault(LogStream.DIRECTORY, 0L);
        return last > 0
                && events.stream()
                        .map(LoggedEvent::envelope)
                        .anyMatch(
                                event ->
                                        LogStream.ofTopic(event.type().topic())
                                                        == LogStream.DIRECTORY
                                                && event.sequence() > last);
    }
}
