package io.rollbook.audit.reconcile;

import io.rollbook.audit.database.TenantScope;
import io.rollbook.audit.integrity.chain.LogStream;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was counted, in the log's database; each within a transaction. */
final class CountedRows {

    private static final String POSITION = "select coalesce(max(position), 0) from reconciled";
    private static final String ADVANCE =
            """
            insert into reconciled (position)
            select ? where ? = 0 or exists (select from reconciled)
            on conflict (only_row) do update set position = excluded.position
                where reconciled.position = ?
            """;
    private static final String OFFSETS =
            "select topic, partition, next_offset from reconciled_offset";
    private static final String SAVE_OFFSET =
            """
            insert into reconciled_offset (topic, partition, next_offset) values (?, ?, ?)
            on conflict (topic, partition) do update set next_offset = excluded.next_offset
            """;
    private static final String DUE = "select tenant, topic from reconciliation_due";
    private static final String ADD_DUE =
            "insert into reconciliation_due (tenant, topic) values (?, ?) on conflict do nothing";
    private static final String REMOVE_DUE =
            "delete from reconciliation_due where tenant = ? and topic = ?";
    private static final String READ =
            """
            select stored, position, on_topic, in_log, difference from reconciliation
            where tenant = ? and topic = ?
            """;
    private static final String SAVE =
            """
            insert into reconciliation
                (tenant, topic, stored, position, on_topic, in_log, difference)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, topic) do update set stored = excluded.stored,
                position = excluded.position, on_topic = excluded.on_topic,
                in_log = excluded.in_log, difference = excluded.difference
            """;
    private static final String APPLIED =
            "select number from applied where tenant = ? and topic = ?";
    private static final String ROWS =
            """
            select count(*) from entry_event
            where tenant = ? and topic = ? and number > ? and number <= ?
            """;
    private static final String LINKS =
            """
            select count(*) from chain_link
            where tenant = ? and stream = ? and number > ? and number <= ?
            """;
    private static final String PURGED =
            "select coalesce(max(last), 0) from purge where tenant = ? and stream = ?";
    private static final String PLACE =
            """
            select
                not exists (select from entry_event
                    where tenant = ? and topic = ? and number = ? and position > ?)
                and not exists (select from entry_event
                    where tenant = ? and topic = ? and number = ? and position <= ?)
            """;

    private final JdbcTemplate transaction;

    CountedRows(JdbcTemplate transaction) {
        this.transaction = transaction;
    }

    long position() {
        return number(POSITION);
    }

    /** False when another instance was faster: then nothing of this round counts. */
    boolean advance(long from, long to) {
        return transaction.update(ADVANCE, to, from, from) == 1;
    }

    Map<TopicPartition, Long> offsets() {
        var offsets = new HashMap<TopicPartition, Long>();
        transaction.query(
                OFFSETS,
                row -> {
                    offsets.put(
                            new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                });
        return offsets;
    }

    void save(Map<TopicPartition, Long> next) {
        next.forEach(
                (partition, offset) ->
                        transaction.update(
                                SAVE_OFFSET, partition.topic(), partition.partition(), offset));
    }

    /** Those to be looked at, though nothing came. */
    List<NumberedStream> due() {
        return transaction.query(
                DUE, (row, index) -> new NumberedStream(row.getString(1), row.getString(2)));
    }

    /** From here on the tenant's rows are reached. */
    Counted enter(NumberedStream stream) {
        TenantScope.enter(transaction, stream.tenant());
        return transaction
                .query(
                        READ,
                        (row, index) ->
                                new Counted(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        difference(row.getString(5))),
                        stream.tenant(),
                        stream.topic())
                .stream()
                .findFirst()
                .orElse(Counted.NOTHING);
    }

    private static @Nullable Difference difference(@Nullable String name) {
        return name == null ? null : Difference.valueOf(name);
    }

    /**
     * @param again whether it has to be looked at in the next round, whatever comes
     */
    void save(NumberedStream stream, Counted now, boolean again) {
        var open = now.open();
        transaction.update(
                SAVE,
                stream.tenant(),
                stream.topic(),
                now.stored(),
                now.position(),
                now.onTopic(),
                now.inLog(),
                open == null ? null : open.name());
        transaction.update(again ? ADD_DUE : REMOVE_DUE, stream.tenant(), stream.topic());
    }

    LogFacts factsOf(NumberedStream stream, Counted before) {
        var tenant = stream.tenant();
        var topic = stream.topic();
        var label = LogStream.ofTopic(topic).label();
        long to = before.stored();
        long purged = number(PURGED, tenant, label);
        long rowsFrom = Math.max(before.inLog(), Math.min(purged, to));
        return new LogFacts(
                transaction.queryForList(APPLIED, Long.class, tenant, topic).stream()
                        .findFirst()
                        .orElse(0L),
                number(ROWS, tenant, topic, rowsFrom, to),
                number(LINKS, tenant, label, before.inLog(), to),
                to - rowsFrom,
                to - before.inLog(),
                isInPlace(tenant, topic, before));
    }

    private boolean isInPlace(String tenant, String topic, Counted before) {
        return Boolean.TRUE.equals(
                transaction.queryForObject(
                        PLACE,
                        Boolean.class,
                        tenant,
                        topic,
                        before.stored(),
                        before.position(),
                        tenant,
                        topic,
                        before.stored() + 1,
                        before.position()));
    }

    private long number(String query, Object... arguments) {
        var found = transaction.queryForObject(query, Long.class, arguments);
        return found == null ? 0 : found;
    }
}
