package io.rollbook.audit.ingest;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.contract.EventEnvelope;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last number of one tenant on each topic, within the transaction that also writes entries. */
final class AppliedNumbers {

    private final String tenant;
    private final Map<String, Long> lastByTopic;

    private AppliedNumbers(String tenant, Map<String, Long> lastByTopic) {
        this.tenant = tenant;
        this.lastByTopic = lastByTopic;
    }

    /** Locks them, so that an instance that lost its partitions cannot write beside the new one. */
    static AppliedNumbers lock(JdbcTemplate transaction, String tenant) {
        var numbers = new HashMap<String, Long>();
        transaction.query(
                "select topic, number from applied where tenant = ? order by topic for update",
                row -> {
                    numbers.put(row.getString("topic"), row.getLong("number"));
                },
                tenant);
        return new AppliedNumbers(tenant, numbers);
    }

    /**
     * Leaves out what was applied before.
     *
     * @throws LogIncomplete when a number is missing
     */
    List<LoggedEvent> fresh(List<LoggedEvent> events) {
        return events.stream().filter(event -> isNext(event.envelope())).toList();
    }

    private boolean isNext(EventEnvelope event) {
        var topic = event.type().topic();
        long next = lastByTopic.getOrDefault(topic, 0L) + 1;
        if (event.sequence() > next) {
            throw LogIncomplete.hole(tenant, topic, next, event.sequence());
        }
        if (event.sequence() == next) {
            lastByTopic.put(topic, next);
            return true;
        }
        return false;
    }

    void save(JdbcTemplate transaction) {
        var rows =
                lastByTopic.entrySet().stream()
                        .map(last -> new Object[] {tenant, last.getKey(), last.getValue()})
                        .toList();
        transaction.batchUpdate(
                """
                insert into applied (tenant, topic, number) values (?, ?, ?)
                on conflict (tenant, topic) do update set number = excluded.number
                """,
                rows);
    }
}
