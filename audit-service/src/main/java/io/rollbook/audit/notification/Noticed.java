package io.rollbook.audit.notification;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.HashMap;
import java.util.Map;

/**
 * Up to which event one tenant's notices are made. Outlives a log that is built anew: what it reads
 * again is told to nobody again.
 */
public final class Noticed {

    private static final String SAVE =
            """
            insert into noticed as n (tenant, topic, number) values (?, ?, ?)
            on conflict (tenant, topic) do update set number = excluded.number
            where n.number < excluded.number
            """;

    private final String tenant;
    private final Map<String, Long> before;
    private final Map<String, Long> now;

    private Noticed(String tenant, Map<String, Long> before) {
        this.tenant = tenant;
        this.before = Map.copyOf(before);
        this.now = new HashMap<>(before);
    }

    public static Noticed read(JdbcTemplate transaction, String tenant) {
        var numbers = new HashMap<String, Long>();
        transaction.query(
                "select topic, number from noticed where tenant = ?",
                row -> {
                    numbers.put(row.getString("topic"), row.getLong("number"));
                },
                tenant);
        return new Noticed(tenant, numbers);
    }

    /** Whether an event is read for the first time. */
    public boolean isNew(String topic, long number) {
        now.merge(topic, number, Math::max);
        return number > before.getOrDefault(topic, 0L);
    }

    public void save(JdbcTemplate transaction) {
        if (!now.equals(before)) {
            transaction.batchUpdate(
                    SAVE,
                    now.entrySet().stream()
                            .map(last -> new Object[] {tenant, last.getKey(), last.getValue()})
                            .toList());
        }
    }
}
