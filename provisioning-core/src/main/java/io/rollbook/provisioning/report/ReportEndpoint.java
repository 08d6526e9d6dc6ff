package io.rollbook.provisioning.report;

import io.rollbook.provisioning.attempt.RequestsRefused;
import io.rollbook.provisioning.origin.ActorKind;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.report.RefusalReport;
import io.rollbook.scim.seam.report.RefusedRequests;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Takes the gateways' reports. Each part is stored in a transaction of its own, under the id that
 * the gateway gave it, so that a report that is sent again after a broken answer is stored once.
 */
public final class ReportEndpoint implements ScimEndpoint {

    private static final String GATEWAY = "gateway";

    private final Transactions transactions;
    private final EventStore events;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    public ReportEndpoint(
            Transactions transactions, EventStore events, JdbcClient jdbc, InstantSource clock) {
        this.transactions = transactions;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        RefusalReport.of(request.body()).refused().forEach(this::store);
        return new ScimResponse(204, Map.of(), new byte[0], List.of());
    }

    private void store(RefusedRequests refused) {
        transactions.inTenant(
                refused.tenantId(),
                () -> {
                    if (!isStored(refused.id())) {
                        events.publish(
                                new GenericEventMessage<>(
                                        refused.id(),
                                        event(refused),
                                        origin(refused).toMetaData(),
                                        clock.instant()));
                    }
                    return null;
                });
    }

    private boolean isStored(String id) {
        return jdbc.sql("select exists (select from event where event_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static RequestsRefused event(RefusedRequests refused) {
        return new RequestsRefused(
                refused.connectionId(),
                refused.source(),
                refused.sources(),
                refused.status(),
                refused.requests(),
                refused.writes(),
                refused.reasons(),
                refused.from(),
                refused.until());
    }

    private static Origin origin(RefusedRequests refused) {
        var connection = refused.connectionId();
        return new Origin(
                refused.tenantId(),
                refused.id(),
                0,
                connection == null ? ActorKind.SYSTEM : ActorKind.CONNECTION,
                connection == null ? GATEWAY : connection,
                null,
                refused.until(),
                null,
                null);
    }
}
