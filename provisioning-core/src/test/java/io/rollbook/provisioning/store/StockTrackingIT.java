package io.rollbook.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.provisioning.store.catalog.EventCatalog;
import io.rollbook.provisioning.store.catalog.EventTypes;
import io.rollbook.provisioning.user.event.UserDeleted;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Why there is a relay of our own: Axon's tracking relies on a time-out, 60 s by default. What a
 * transaction that stayed open for longer commits is skipped, and nobody is told.
 */
class StockTrackingIT {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final int OTHERS = 2_000;

    private final Clock original = GenericEventMessage.clock;
    private final List<String> seen = new ArrayList<>();
    private @Nullable TrackingToken token;

    @AfterEach
    void resetClock() {
        GenericEventMessage.clock = original;
    }

    @Test
    void losesWhatATransactionCommitsThatStayedOpenForLongerThanTheTimeOut() throws Exception {
        assertThat(seenAfterATransactionOf("stock_long", Duration.ofSeconds(61)))
                .hasSize(OTHERS + 1)
                .doesNotContain("held");
    }

    /** The same in every other respect: it is the time-out that the outcome hangs on. */
    @Test
    void keepsItWhenTheTransactionIsShorter() throws Exception {
        assertThat(seenAfterATransactionOf("stock_short", Duration.ofSeconds(59)))
                .hasSize(OTHERS + 2)
                .contains("held");
    }

    private List<String> seenAfterATransactionOf(String database, Duration duration)
            throws Exception {
        var access =
                EmbeddedServices.shared().postgres().createServiceRole(database, "rollbook_core");
        try (var connection = connect(access);
                var open = connect(access)) {
            var engine = engine(connection);
            engine.createSchema(PostgresEventTableFactory.INSTANCE);
            open.setAutoCommit(false);
            at(START);
            engine.appendEvents(List.of(event("first")));
            engine(open).appendEvents(List.of(event("held")));
            for (int i = 0; i < OTHERS; i++) {
                engine.appendEvents(List.of(event("other " + i)));
            }
            at(START.plus(duration));
            track(engine);
            open.commit();
            track(engine);
            return seen;
        }
    }

    /** As a processor does: from its token on, until nothing more comes. */
    private void track(EventStorageEngine engine) {
        for (int before = -1; before != seen.size(); ) {
            before = seen.size();
            try (var events = engine.readEvents(token, false)) {
                events.forEach(
                        event -> {
                            seen.add(event.getIdentifier());
                            token = event.trackingToken();
                        });
            }
        }
    }

    private static EventMessage<?> event(String id) {
        return new GenericDomainEventMessage<>(
                "user",
                UUID.randomUUID().toString(),
                0,
                new UserDeleted("u-1"),
                Map.of(),
                id,
                GenericEventMessage.clock.instant());
    }

    private static void at(Instant now) {
        GenericEventMessage.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    private static JdbcEventStorageEngine engine(Connection connection) {
        var serializer =
                new EventSerializer(new EventCatalog(EventTypes.ALL, EventTypes.UPCASTERS));
        ConnectionProvider kept =
                () ->
                        ConnectionWrapperFactory.wrap(
                                connection, new ConnectionWrapperFactory.NoOpCloseHandler());
        return JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(kept)
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }
}
