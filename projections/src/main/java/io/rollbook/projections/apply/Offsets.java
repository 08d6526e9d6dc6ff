package io.rollbook.projections.apply;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.Tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** From which offset each partition is to be read on, kept beside the rows. */
public final class Offsets {

    private final String save;
    private final String load;

    public Offsets(Tables tables) {
        save =
                tables.in(
                        """
                        insert into {consumed} (topic, partition, next_offset)
                        select ?, o.partition, o.next_offset
                        from unnest(?, ?) as o (partition, next_offset) order by o.partition
                        on conflict (topic, partition) do update
                        set next_offset = excluded.next_offset
                        """);
        load = tables.in("select partition, next_offset from {consumed} where topic = ?");
    }

    /** Possibly backwards, when a partition's former owner is late: some events come again then. */
    Sql save(String topic, Map<Integer, Long> nextOffsets) {
        var partitions = nextOffsets.keySet().stream().map(Integer::longValue).toArray(Long[]::new);
        var offsets = nextOffsets.values().toArray(Long[]::new);
        return Sql.of(save, topic, partitions, offsets);
    }

    /** Partitions of which nothing was applied yet are absent. */
    public Map<Integer, Long> load(Connection connection, String topic) throws SQLException {
        return Sql.of(load, topic)
                .query(
                        connection,
                        rows -> {
                            var offsets = new HashMap<Integer, Long>();
                            while (rows.next()) {
                                offsets.put(rows.getInt(1), rows.getLong(2));
                            }
                            return offsets;
                        });
    }
}
