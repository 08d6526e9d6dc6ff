package io.rollbook.gateway.door;

import io.rollbook.gateway.address.PublicAddress;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.exchange.RequestIds;
import io.rollbook.gateway.exchange.ResponseWriter;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.gateway.path.Route;
import io.rollbook.link.FaultTrace;
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
    private static final Logger LOG = LoggerFactory.getLogger(GatewayServlet.class);

    private final transient Doors doors;
    private final transient PublicAddress address;
    private final transient AccessLog log;
    private final transient InstantSource clock;
    private final Duration retryAfter;

    /**
     * @param retryAfter when a client whose request could not be served is to try again
     */
    public GatewayServlet(
            Doors doors,
            PublicAddress address,
            AccessLog log,
            InstantSource clock,
            Duration retryAfter) {
        this.doors = doors;
        this.address = address;
        this.log = log;
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
        ScimResponse answer = answer(exchange, route);
        boolean secure = exchange.address().startsWith("https:");
        try {
            ResponseWriter.write(answer, exchange.requestId(), secure, response);
        } finally {
            log.write(exchange, route, answer, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private ScimResponse answer(Exchange exchange, Route route) {
        try {
            return doors.answer(exchange, route);
        } catch (Unavailable e) {
            LOG.warn("Request {}: {}", exchange.requestId(), e.getMessage());
            return formOf(route)
                    .render(
                            ScimError.of(503, "Not available for the moment; try again."),
                            Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
        } catch (RuntimeException e) {
            LOG.error("Request {} failed: {}", exchange.requestId(), FaultTrace.of(e));
            return formOf(route)
                    .render(
                            ScimError.of(
                                    500,
                                    "An internal error; the operator finds it by the request id."));
        }
    }

    private static Refusals formOf(Route route) {
        return switch (route) {
            case Route.Administration _, Route.ProjectionsAdministration _ -> Refusals.PROBLEM;
            case Route.Graph _ -> Refusals.ODATA;
            case Route.Scim _,
                    Route.OtherScimVersion _,
                    Route.UnknownScim _,
                    Route.MalformedScim _,
                    Route.Audit _,
                    Route.ApiDocs _,
                    Route.Readiness _,
                    Route.Liveness _,
                    Route.Welcome _,
                    Route.Nowhere _,
                    Route.Malformed _ ->
                    Refusals.SCIM;
        };
    }
}
