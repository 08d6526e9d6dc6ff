package io.rollbook.projections.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import io.rollbook.link.trace.Traces;
import io.rollbook.projections.apply.AppliedEvents;
import io.rollbook.projections.apply.AppliedListener;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Counts what is applied and how long it took from the event's storage to its visibility. */
public final class FeedMetrics implements AppliedListener {

    private final Counter applied;
    private final Timer delay;
    private final Traces traces;
    private final InstantSource clock;

    public FeedMetrics(
            MeterRegistry registry, FeedState state, Traces traces, InstantSource clock) {
        this.traces = traces;
        this.clock = clock;
        this.applied =
                Counter.builder("rollbook.projections.events.applied")
                        .description("Events that were applied to the read models")
                        .register(registry);
        this.delay =
                Timer.builder("rollbook.projections.delay")
                        .description("From the storage of an event to its visibility in reads")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
        Gauge.builder("rollbook.projections.lag", state, FeedState::lag)
                .description("Events on the topic that are not applied yet")
                .register(registry);
    }

    @Override
    public void applied(List<AppliedEvents> batch) {
        var now = clock.instant();
        for (var tenant : batch) {
            applied.increment(tenant.events().size());
            for (var event : tenant.events()) {
                delay.record(Duration.between(event.time(), now));
                traces.past("apply", SpanKind.CONSUMER, event.traceparent(), event.time(), now);
            }
        }
    }

    @Override
    public void partitionsChanged() {
        // Nothing to count.
    }
}
