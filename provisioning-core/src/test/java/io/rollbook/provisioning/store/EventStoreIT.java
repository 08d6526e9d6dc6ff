package io.rollbook.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.provisioning.CoreDatabase;
import io.rollbook.provisioning.store.catalog.EventCatalog;
import io.rollbook.provisioning.store.catalog.EventTypes;
import io.rollbook.provisioning.store.catalog.StoredType;
import io.rollbook.provisioning.store.catalog.Upcaster;
import io.rollbook.provisioning.user.event.UserDeactivated;
import io.rollbook.provisioning.user.event.UserReactivated;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Events as rows: names, bytes, tenants, order of columns, conflicts and snapshots. */
class EventStoreIT {

    private static final CoreDatabase DATABASE = new CoreDatabase("event_store");

    /** A snapshot of this test's own. */
    record Header(String id, int changes) {}

    private final AtomicInteger signals = new AtomicInteger();
    private final EventStore store = store(1);
    private final String tenant = "t-" + UUID.randomUUID();
    private final String aggregate = tenant + "/user/u-1";

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anEventIsARowWithANameARevisionAndJson() {
        append(0, new UserDeactivated("u-1"));
        Map<String, Object> row =
                DATABASE.inTenant(
                        tenant,
                        () ->
                                DATABASE.jdbc()
                                        .sql(
                                                """
                                                select name, revision, aggregate_type, event_id,
                                                    tenant, convert_from(payload, 'UTF8') as json,
                                                    convert_from(metadata, 'UTF8') as origin
                                                from event
                                                """)
                                        .query()
                                        .singleRow());
        assertThat(row)
                .containsEntry("name", "user.deactivated")
                .containsEntry("revision", "1")
                .containsEntry("aggregate_type", "user")
                .containsEntry("tenant", tenant)
                .containsEntry("json", "{\"userId\":\"u-1\"}")
                .containsEntry("origin", "{\"requestId\":\"r-1\"}");
        // Ordered by time, so that its index grows at the end.
        assertThat((String) row.get("event_id")).matches("[0-9a-f]{8}-[0-9a-f]{4}-7.{21}");
    }

    @Test
    void anAggregateIsReadBackInOrderWithItsMetadata() {
        append(0, new UserDeactivated("u-1"));
        append(1, new UserReactivated("u-1"));
        var events =
                DATABASE.inTenant(tenant, () -> store.readEvents(aggregate).asStream().toList());
        assertThat(events)
                .extracting(event -> (Object) event.getPayload())
                .containsExactly(new UserDeactivated("u-1"), new UserReactivated("u-1"));
        assertThat(events.getLast().getSequenceNumber()).isEqualTo(1);
        assertThat(events.getLast().getMetaData()).containsEntry("requestId", "r-1");
    }

    @Test
    void anEventOutsideOfAggregatesNeedsNoneAndSignalsTheCommit() {
        int before = signals.get();
        DATABASE.inTenant(
                tenant,
                () -> {
                    store.publish(new GenericEventMessage<>(new UserDeactivated("u-2")));
                    assertThat(signals).hasValue(before);
                    return "";
                });
        assertThat(signals).hasValue(before + 1);
        assertThat(rowsSeenBy(tenant)).isEqualTo(1);
    }

    @Test
    void theSecondOfTwoOnOneVersionMeetsAConflict() {
        append(0, new UserDeactivated("u-1"));
        append(1, new UserReactivated("u-1"));
        assertThatThrownBy(() -> append(1, new UserReactivated("u-1")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(rowsSeenBy(tenant)).isEqualTo(2);
    }

    @Test
    void anotherTenantSeesNothingAndCanStoreNothingAsThisOne() {
        append(0, new UserDeactivated("u-1"));
        assertThat(rowsSeenBy("t-other")).isZero();
        assertThat(DATABASE.jdbc().sql("select count(*) from event").query(Long.class).single())
                .as("without a tenant")
                .isZero();
        assertThatThrownBy(() -> appendAs("t-other", 1, new UserReactivated("u-1")))
                .hasStackTraceContaining("event_is_of_its_tenant");
        assertThatThrownBy(
                        () ->
                                DATABASE.inTenant(
                                        "t-other",
                                        () ->
                                                DATABASE.jdbc()
                                                        .sql(
                                                                "insert into snapshot (tenant)"
                                                                        + " values (?)")
                                                        .param(tenant)
                                                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    /** The connection has been used before: its scope is empty, not absent. */
    @Test
    void withoutATenantNothingIsStored() {
        append(0, new UserDeactivated("u-1"));
        var event = new GenericEventMessage<>(new UserDeactivated("u-2"));
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> store.publish(event)).isInstanceOf(EventStoreException.class);
        }
    }

    /** What the relay's rule of gaps rests on. */
    @Test
    void aRowsTransactionHasItsIdBeforeItsIndexIsDrawn() {
        List<String> defaults =
                DATABASE.jdbc()
                        .sql(
                                """
                                select attname from pg_attribute
                                where attrelid = 'event'::regclass and attnum > 0 order by attnum
                                """)
                        .query(String.class)
                        .list();
        assertThat(defaults).startsWith("transaction_id", "global_index");
    }

    @Test
    void aSnapshotReplacesTheOneBeforeAndSparesTheEvents() {
        append(0, new UserDeactivated("u-1"));
        append(1, new UserReactivated("u-1"));
        snapshot(0, new Header("u-1", 1));
        snapshot(1, new Header("u-1", 2));
        var events =
                DATABASE.inTenant(tenant, () -> store.readEvents(aggregate).asStream().toList());
        assertThat(events)
                .extracting(event -> (Object) event.getPayload())
                .containsExactly(new Header("u-1", 2));
    }

    @Test
    void aSnapshotOfAnotherRevisionIsNotRead() {
        append(0, new UserDeactivated("u-1"));
        snapshot(0, new Header("u-1", 1));
        var later = store(2);
        var events =
                DATABASE.inTenant(tenant, () -> later.readEvents(aggregate).asStream().toList());
        assertThat(events)
                .extracting(event -> (Object) event.getPayload())
                .containsExactly(new UserDeactivated("u-1"));
    }

    private EventStore store(int headerRevision) {
        var catalog =
                new EventCatalog(
                        Stream.concat(
                                        EventTypes.ALL.stream(),
                                        Stream.of(
                                                new StoredType(
                                                        "test.header",
                                                        headerRevision,
                                                        Header.class)))
                                .toList(),
                        List.of(new Upcaster("test.header", 1, old -> old)));
        var signal = new AppendSignal();
        signal.subscribe(signals::incrementAndGet);
        return EmbeddedEventStore.builder()
                .storageEngine(
                        PostgresEventStorage.on(
                                DATABASE.pool(), DATABASE.transactions(), catalog, signal))
                .build();
    }

    private void append(long sequence, Object event) {
        appendAs(tenant, sequence, event);
    }

    private void appendAs(String as, long sequence, Object event) {
        var message =
                new GenericDomainEventMessage<>(
                        "user", aggregate, sequence, event, MetaData.with("requestId", "r-1"));
        DATABASE.inTenant(
                as,
                () -> {
                    store.publish(message);
                    return "";
                });
    }

    private void snapshot(long sequence, Header header) {
        DATABASE.inTenant(
                tenant,
                () -> {
                    store.storeSnapshot(
                            new GenericDomainEventMessage<>("user", aggregate, sequence, header));
                    return "";
                });
    }

    private static long rowsSeenBy(String tenant) {
        return DATABASE.inTenant(
                tenant,
                () -> DATABASE.jdbc().sql("select count(*) from event").query(Long.class).single());
    }
}
