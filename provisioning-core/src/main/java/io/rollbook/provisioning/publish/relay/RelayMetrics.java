package io.rollbook.provisioning.publish.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import io.rollbook.link.trace.Traces;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** What the relay lets be seen. Written by the relay's thread, read by any. */
final class RelayMetrics {

    private final MeterRegistry registry;
    private final Traces traces;
    private final InstantSource clock;
    private final Timer delivery;
    private final Counter failures;
    private volatile boolean active;
    private volatile long openGaps;
    private volatile int inFlight;
    private volatile @Nullable Instant oldestUnpublished;

    RelayMetrics(MeterRegistry registry, Traces traces, InstantSource clock) {
        this.traces = traces;
        this.registry = registry;
        this.clock = clock;
        this.delivery =
                Timer.builder("rollbook.relay.delivery")
                        .description("from the storing of an event to Kafka's acknowledgement")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
        this.failures =
                Counter.builder("rollbook.relay.failures")
                        .description("sessions that ended with an error and began anew")
                        .register(registry);
        Gauge.builder("rollbook.relay.active", () -> active ? 1 : 0)
                .description("1 where the relay holds the lock of the database")
                .register(registry);
        Gauge.builder("rollbook.relay.gaps.open", () -> openGaps)
                .description("missing indexes that hold publication up")
                .register(registry);
        Gauge.builder("rollbook.relay.in.flight", () -> inFlight)
                .description("records sent and not acknowledged")
                .register(registry);
        TimeGauge.builder("rollbook.relay.lag", this, TimeUnit.SECONDS, RelayMetrics::lagSeconds)
                .description("the age of the oldest event seen that is not published")
                .register(registry);
    }

    void active(boolean now) {
        active = now;
        if (!now) {
            openGaps = 0;
            inFlight = 0;
            oldestUnpublished = null;
        }
    }

    void failed() {
        failures.increment();
    }

    void delivered(Sent sent) {
        var now = clock.instant();
        delivery.record(Duration.between(sent.storedAt(), now));
        traces.past("publish", SpanKind.PRODUCER, sent.traceparent(), sent.storedAt(), now);
        registry.counter("rollbook.relay.published", "topic", sent.stream().topic()).increment();
    }

    void show(Gaps gaps, InFlight records) {
        openGaps = gaps.open();
        inFlight = records.size();
        var oldest = records.oldest();
        oldestUnpublished = oldest == null ? gaps.waitingSince() : oldest.storedAt();
    }

    private double lagSeconds() {
        var since = oldestUnpublished;
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1e3;
    }
}
