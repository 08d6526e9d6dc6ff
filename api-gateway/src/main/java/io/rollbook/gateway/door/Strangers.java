package io.rollbook.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.rollbook.gateway.address.ClientSource;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.gateway.path.Route;
import io.rollbook.gateway.report.Reports;
import io.rollbook.gateway.stranger.Presented;
import io.rollbook.gateway.stranger.Throttle;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.ScimResponse;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Stands before all doors: whoever failed to show a valid credential too often is turned away
 * before one is looked up. Every failure is counted, and none is explained.
 */
public final class Strangers {

    private static final int UNAUTHORIZED = 401;

    private final ClientSource sources;
    private final Throttle throttle;
    private final Reports reports;
    private final MeterRegistry meters;

    public Strangers(
            ClientSource sources, Throttle throttle, Reports reports, MeterRegistry meters) {
        this.sources = sources;
        this.throttle = throttle;
        this.reports = reports;
        this.meters = meters;
    }

    /** What the request shows of its sender. */
    Presented look(Exchange exchange) {
        return Presented.of(sources.of(exchange.http()), exchange.authorization());
    }

    /**
     * @param form in which a refusal is written
     * @return the refusal; empty when the request may knock
     */
    Optional<ScimResponse> refusal(
            Exchange exchange, Route route, Presented presented, Refusals form) {
        if (isOpenToAnybody(route)) {
            return Optional.empty();
        }
        Optional<Duration> wait = throttle.wait(presented);
        if (wait.isEmpty()) {
            return Optional.empty();
        }
        count(exchange, presented, "throttled");
        if (route instanceof Route.Health) {
            // Load balancers ask from everywhere; but they learn no more than anybody.
            exchange.ignoreCredential();
            return Optional.empty();
        }
        return Optional.of(tooOften(form, wait.get()));
    }

    /** Remembers what came of it. */
    void observe(Exchange exchange, Route route, Presented presented, ScimResponse answer) {
        if (exchange.caller().isPresent()) {
            throttle.accepted(presented);
            return;
        }
        boolean vain = route instanceof Route.Health && !exchange.authorization().isEmpty();
        if (answer.status() == UNAUTHORIZED || vain) {
            throttle.failed(presented);
            count(exchange, presented, presented.hash().isEmpty() ? "no-credential" : "credential");
        }
    }

    private void count(Exchange exchange, Presented presented, String reason) {
        meters.counter("rollbook.gateway.unauthenticated", "reason", reason).increment();
        reports.stranger(presented.source(), reason, exchange.writes());
    }

    private static boolean isOpenToAnybody(Route route) {
        return switch (route) {
            case Route.OAuth(var page) -> page != Route.OAuth.Page.TOKEN;
            case Route.ApiDocs _,
                    Route.Liveness _,
                    Route.Welcome _,
                    Route.Nowhere _,
                    Route.Malformed _ ->
                    true;
            case Route.Scim _,
                    Route.OtherScimVersion _,
                    Route.UnknownScim _,
                    Route.MalformedScim _,
                    Route.Audit _,
                    Route.Graph _,
                    Route.Administration _,
                    Route.ProjectionsAdministration _,
                    Route.AuditAdministration _,
                    Route.Metrics _,
                    Route.Health _ ->
                    false;
        };
    }

    private static ScimResponse tooOften(Refusals form, Duration wait) {
        long seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000L));
        return form.render(
                ScimError.of(
                        429,
                        "Too many requests without a valid credential; try again in %d s."
                                .formatted(seconds)),
                Map.of("Retry-After", Long.toString(seconds)));
    }
}
