package io.rollbook.benchmarks.log;

import io.rollbook.contract.EventEnvelope;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Up to which number the log has the events of each tenant: some are further than others. */
record LoggedNumbers(Map<Key, Long> last) {

    private record Key(String tenant, String topic) {}

    static LoggedNumbers read(Connection operator) throws SQLException {
        var last = new HashMap<Key, Long>();
        try (var statement = operator.createStatement();
                var rows = statement.executeQuery("select tenant, topic, number from applied")) {
            while (rows.next()) {
                last.put(new Key(rows.getString(1), rows.getString(2)), rows.getLong(3));
            }
        }
        return new LoggedNumbers(last);
    }

    boolean contains(EventEnvelope envelope) {
        var key = new Key(envelope.tenantId(), envelope.type().topic());
        return envelope.sequence() <= last.getOrDefault(key, 0L);
    }
}
