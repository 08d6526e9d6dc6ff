package io.rollbook.gateway.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rollbook.link.FaultTrace;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Visibility;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Holds the answer to a write until every read shows it. The write is done, so nothing that goes
 * wrong here may turn it into an error: after the longest wait it is answered as it is, with a
 * header that says so.
 */
public final class VisibleWrites {

    /** Says {@code pending} when reads may not show the write yet. */
    public static final String HEADER = "Rollbook-Visibility";

    private static final Logger LOG = LoggerFactory.getLogger(VisibleWrites.class);

    private static final int RESOURCES_PER_WAIT = 250;

    private final Visibility visibility;
    private final Duration atMost;
    private final Timer waits;
    private final Counter pending;

    public VisibleWrites(Visibility visibility, Duration atMost, MeterRegistry meters) {
        this.visibility = visibility;
        this.atMost = atMost;
        this.waits =
                Timer.builder("rollbook.gateway.visibility.wait")
                        .description("How long answers to writes were held until reads showed them")
                        .register(meters);
        this.pending =
                Counter.builder("rollbook.gateway.visibility.pending")
                        .description("Writes answered before reads showed them")
                        .register(meters);
    }

    ScimResponse hold(Caller caller, String requestId, ScimResponse response) {
        if (response.written().isEmpty()) {
            return response;
        }
        long start = System.nanoTime();
        boolean visible = await(caller, requestId, response);
        waits.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        if (visible) {
            return response;
        }
        pending.increment();
        Map<String, String> headers = new HashMap<>(response.headers());
        headers.put(HEADER, "pending");
        return new ScimResponse(response.status(), headers, response.body(), response.written());
    }

    private boolean await(Caller caller, String requestId, ScimResponse response) {
        try {
            return visibility.await(
                    caller.tenantId(),
                    response.written(),
                    // Whoever changed a thousand resources at once has more to wait for.
                    atMost.multipliedBy(1 + response.written().size() / RESOURCES_PER_WAIT));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Request {}: whether reads show it cannot be told: {}",
                    requestId,
                    FaultTrace.of(e));
            return false;
        }
    }
}
