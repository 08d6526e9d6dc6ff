package io.rollbook.gateway.door;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rollbook.gateway.caller.Administrators;
import io.rollbook.gateway.caller.BearerCredential;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimResponse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of this process as Prometheus reads them, for administrators of all tenants. */
public final class MetricsDoor {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Administrators administrators;
    private final PrometheusMeterRegistry meters;

    public MetricsDoor(Administrators administrators, PrometheusMeterRegistry meters) {
        this.administrators = administrators;
        this.meters = meters;
    }

    ScimResponse answer(Exchange exchange) {
        Optional<Outcome<Caller>> known =
                BearerCredential.in(exchange.authorization()).flatMap(administrators::with);
        if (known.isEmpty()) {
            return Refusals.PROBLEM.unauthorized();
        }
        return switch (known.get()) {
            case Outcome.Accepted<Caller>(var administrator) -> page(exchange, administrator);
            case Outcome.Refused<Caller>(ScimError error) -> Refusals.PROBLEM.render(error);
        };
    }

    private ScimResponse page(Exchange exchange, Caller administrator) {
        exchange.establish(administrator);
        if (!administrator.tenantId().isEmpty()) {
            return Refusals.PROBLEM.render(AdministrationDoor.FOR_ALL);
        }
        return new ScimResponse(
                200,
                Map.of("Content-Type", TEXT),
                meters.scrape().getBytes(StandardCharsets.UTF_8),
                List.of());
    }
}
