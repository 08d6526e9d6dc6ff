package io.rollbook.audit.ingest;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.HashMap;
import java.util.Map;

/**
 * Where to go on reading, kept with the rows: a log that was restored from a backup, or emptied to
 * be built anew, goes on from where it is and not from where Kafka remembers it.
 */
final class ConsumedOffsets {

    private ConsumedOffsets() {}

    static Map<TopicPartition, Long> all(JdbcTemplate transaction) {
        var offsets = new HashMap<TopicPartition, Long>();
        transaction.query(
                "select topic, partition, next_offset from consumed",
                row -> {
                    offsets.put(
                            new TopicPartition(row.getString("topic"), row.getInt("partition")),
                            row.getLong("next_offset"));
                });
        return offsets;
    }

    static void save(JdbcTemplate transaction, Map<TopicPartition, OffsetAndMetadata> next) {
        var rows =
                next.entrySet().stream()
                        .map(
                                entry ->
                                        new Object[] {
                                            entry.getKey().topic(),
                                            entry.getKey().partition(),
                                            entry.getValue().offset()
                                        })
                        .toList();
        transaction.batchUpdate(
                """
                insert into consumed (topic, partition, next_offset) values (?, ?, ?)
                on conflict (topic, partition) do update set next_offset = excluded.next_offset
                """,
                rows);
    }
}
