package io.rollbook.gateway.door;

import io.opentelemetry.api.trace.SpanKind;
import io.rollbook.gateway.address.PublicAddress;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.exchange.RequestIds;
import io.rollbook.gateway.exchange.ResponseWriter;
import io.rollbook.gateway.limit.Capacity;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.gateway.path.Route;
import io.rollbook.gateway.stranger.Presented;
import io.rollbook.link.FaultTrace;
import io.rollbook.link.trace.Part;
import io.rollbook.link.trace.Traces;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Unavailable;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Answers everything that reaches the server; no exception leaves it. */
public final class GatewayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int FAULT = 500;
    private static final Logger LOG = LoggerFactory.getLogger(GatewayServlet.class);

    private final transient Doors doors;
    private final transient Strangers strangers;
    private final transient PublicAddress address;
    private final transient Capacity capacity;
    private final transient AccessLog log;
    private final transient Traces traces;
    private final transient InstantSource clock;
    private final Duration retryAfter;

    /**
     * @param capacity how many requests may be under way
     * @param retryAfter when a client whose request could not be served is to try again
     */
    public GatewayServlet(
            Doors doors,
            Strangers strangers,
            PublicAddress address,
            Capacity capacity,
            AccessLog log,
            Traces traces,
            InstantSource clock,
            Duration retryAfter) {
        this.doors = doors;
        this.strangers = strangers;
        this.address = address;
        this.capacity = capacity;
        this.log = log;
        this.traces = traces;
        this.clock = clock;
        this.retryAfter = retryAfter;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Instant receivedAt = clock.instant();
        long start = System.nanoTime();
        Exchange exchange =
                new Exchange(
                        request,
                        RequestIds.at(receivedAt, ThreadLocalRandom.current()),
                        receivedAt,
                        address.of(request));
        Route route = Route.of(request.getRequestURI());
        try (Part whole = begin(exchange, route)) {
            ScimResponse answer = admitted(exchange, route);
            boolean secure = exchange.address().startsWith("https:");
            try {
                exchange.announced().forEach(response::setHeader);
                ResponseWriter.write(answer, exchange.requestId(), secure, response);
            } finally {
                exchange.done();
                whole.tag("http.response.status_code", Integer.toString(answer.status()));
                if (answer.status() >= FAULT) {
                    whole.failed();
                }
                log.write(exchange, route, answer, Duration.ofNanos(System.nanoTime() - start));
            }
        }
    }

    private Part begin(Exchange exchange, Route route) {
        Part whole =
                traces.begin(
                                AccessLog.nameOf(route),
                                SpanKind.SERVER,
                                exchange.clientTrace().orElse(null))
                        .tag("http.request.method", AccessLog.methodOf(exchange))
                        .tag("rollbook.request", exchange.requestId());
        exchange.traceAs(whole.traceparent());
        return whole;
    }

    private ScimResponse admitted(Exchange exchange, Route route) {
        // Whoever asks after our health is not to be told that we are too busy to answer.
        if (route instanceof Route.Health || route instanceof Route.Liveness) {
            return answer(exchange, route);
        }
        if (!capacity.begin()) {
            return later(route, "Too many requests are under way; try again. Nothing was done.");
        }
        exchange.whenDone(capacity::end);
        return answer(exchange, route);
    }

    private ScimResponse later(Route route, String sentence) {
        return formOf(route)
                .render(
                        ScimError.of(503, sentence),
                        Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    private ScimResponse answer(Exchange exchange, Route route) {
        try {
            Presented presented = strangers.look(exchange);
            return strangers
                    .refusal(exchange, route, presented, formOf(route))
                    .orElseGet(() -> behindTheDoor(exchange, route, presented));
        } catch (Unavailable e) {
            LOG.warn("Request {}: {}", exchange.requestId(), e.getMessage());
            return later(route, "Not available for the moment; try again.");
        } catch (RuntimeException e) {
            LOG.error("Request {} failed: {}", exchange.requestId(), FaultTrace.of(e));
            return formOf(route)
                    .render(
                            ScimError.of(
                                    500,
                                    "An internal error; the operator finds it by the request id."));
        }
    }

    private ScimResponse behindTheDoor(Exchange exchange, Route route, Presented presented) {
        ScimResponse answer = doors.answer(exchange, route);
        strangers.observe(exchange, route, presented, answer);
        return answer;
    }

    private static Refusals formOf(Route route) {
        return switch (route) {
            case Route.Administration _,
                    Route.ProjectionsAdministration _,
                    Route.AuditAdministration _,
                    Route.Metrics _ ->
                    Refusals.PROBLEM;
            case Route.Graph _ -> Refusals.ODATA;
            case Route.OAuth _ -> Refusals.OAUTH;
            case Route.Scim _,
                    Route.OtherScimVersion _,
                    Route.UnknownScim _,
                    Route.MalformedScim _,
                    Route.Audit _,
                    Route.ApiDocs _,
                    Route.Health _,
                    Route.Liveness _,
                    Route.Welcome _,
                    Route.Nowhere _,
                    Route.Malformed _ ->
                    Refusals.SCIM;
        };
    }
}
