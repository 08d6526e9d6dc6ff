package io.rollbook.provisioning.store;

import io.rollbook.provisioning.course.Course;
import io.rollbook.provisioning.course.Times;
import io.rollbook.provisioning.store.catalog.EventCatalog;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * Axon's JDBC engine on our tables. An aggregate has at most one snapshot, which is replaced. The
 * tenant and the transaction's id of a row come from the table's defaults, so that no code path can
 * store an event of a tenant that the transaction is not confined to.
 */
final class PostgresEventStorage extends JdbcEventStorageEngine {

    private static final int PAGE = 200;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final EventSchema SCHEMA =
            EventSchema.builder()
                    .eventTable("event")
                    .snapshotTable("snapshot")
                    .globalIndexColumn("global_index")
                    .timestampColumn("stored_at")
                    .eventIdentifierColumn("event_id")
                    .aggregateIdentifierColumn("aggregate")
                    .sequenceNumberColumn("sequence_number")
                    .typeColumn("aggregate_type")
                    .payloadTypeColumn("name")
                    .payloadRevisionColumn("revision")
                    .payloadColumn("payload")
                    .metaDataColumn("metadata")
                    .build();

    /**
     * The snapshot, if there is one, and the first page of what came after it. Bounded at both
     * ends, so that whatever the server knows of the tables it goes by the index.
     */
    private static final String LOAD =
            """
            select null::bigint as global_index, event_id, aggregate, sequence_number,
                aggregate_type, stored_at, name, revision, payload, metadata
            from snapshot where aggregate = :aggregate
            union all
            select event.global_index, event.event_id, event.aggregate, event.sequence_number,
                event.aggregate_type, event.stored_at, event.name, event.revision, event.payload,
                event.metadata
            from (
                select coalesce(max(sequence_number), -1) as last
                from snapshot where aggregate = :aggregate
            ) as kept
            join event on event.aggregate = :aggregate
                and event.sequence_number > kept.last and event.sequence_number <= kept.last + :page
            order by sequence_number
            """;

    private final JdbcClient jdbc;
    private final AppendSignal signal;

    private PostgresEventStorage(Builder builder, JdbcClient jdbc, AppendSignal signal) {
        super(builder);
        this.jdbc = jdbc;
        this.signal = signal;
    }

    static PostgresEventStorage on(
            DataSource database,
            PlatformTransactionManager transactions,
            EventCatalog catalog,
            AppendSignal signal) {
        var serializer = new EventSerializer(catalog);
        var builder =
                builder()
                        .schema(SCHEMA)
                        .dataType(byte[].class)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .snapshotFilter(
                                snapshot -> {
                                    var type = snapshot.getPayload().getType();
                                    return catalog.isCurrent(
                                            type.getName(), EventSerializer.revisionOf(type));
                                })
                        .connectionProvider(new SpringDataSourceConnectionProvider(database))
                        .transactionManager(new SpringTransactionManager(transactions))
                        .persistenceExceptionResolver(PostgresEventStorage::isTaken)
                        .batchSize(PAGE)
                        .finalAggregateBatchPredicate(page -> page.size() < PAGE);
        return new PostgresEventStorage(builder, JdbcClient.create(database), signal);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        super.appendEvents(timed(events), serializer);
        signal.whenTransactionEnds();
    }

    /** With the times of the request that they are of. */
    private static List<? extends EventMessage<?>> timed(List<? extends EventMessage<?>> events) {
        var times = Course.storing();
        if (times.isEmpty()) {
            return events;
        }
        var known = Map.of(Times.KEY, times.get().text());
        return events.stream().<EventMessage<?>>map(event -> event.andMetaData(known)).toList();
    }

    /** Axon asks for the events right after the snapshot: both are read in one round trip. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return jdbc.sql(LOAD)
                .param("aggregate", aggregate)
                .param("page", PAGE)
                .query(
                        rows -> {
                            var snapshots = new ArrayList<DomainEventData<?>>();
                            var events = new ArrayList<DomainEventData<?>>();
                            while (rows.next()) {
                                boolean isEvent = rows.getObject("global_index") != null;
                                if (isEvent) {
                                    events.add(getDomainEventData(rows));
                                } else {
                                    snapshots.add(getSnapshotData(rows));
                                }
                            }
                            long kept = snapshots.isEmpty() ? -1 : sequenceOf(snapshots);
                            new ReadAhead(aggregate, kept + 1, events).keep();
                            return snapshots.stream();
                        });
    }

    private static long sequenceOf(List<DomainEventData<?>> snapshots) {
        return snapshots.getFirst().getSequenceNumber();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregate, long first, int limit) {
        return ReadAhead.take(aggregate, first)
                .orElseGet(() -> List.copyOf(super.fetchDomainEvents(aggregate, first, limit)));
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        var payload = snapshot.serializePayload(serializer, byte[].class);
        jdbc.sql(
                        """
                        insert into snapshot (event_id, aggregate, sequence_number, aggregate_type,
                            stored_at, name, revision, payload, metadata)
                        values (?, ?, ?, ?, ?, ?, ?, ?, '{}')
                        on conflict (aggregate) do update set event_id = excluded.event_id,
                            sequence_number = excluded.sequence_number,
                            stored_at = excluded.stored_at, name = excluded.name,
                            revision = excluded.revision, payload = excluded.payload
                        where snapshot.sequence_number < excluded.sequence_number
                            or snapshot.revision <> excluded.revision
                        """)
                .params(
                        snapshot.getIdentifier(),
                        snapshot.getAggregateIdentifier(),
                        snapshot.getSequenceNumber(),
                        snapshot.getType(),
                        Timestamp.from(snapshot.getTimestamp()),
                        payload.getType().getName(),
                        payload.getType().getRevision(),
                        payload.getData())
                .update();
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant time)
            throws SQLException {
        statement.setObject(position, time.atOffset(ZoneOffset.UTC));
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Somebody else has stored an event with this number of the aggregate. */
    private static boolean isTaken(Exception thrown) {
        return thrown instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
