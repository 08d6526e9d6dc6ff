package io.rollbook.audit.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.link.trace.Traces;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator watches: entries by status, how late they are, what still waits. */
public final class IngestMetrics {

    private final MeterRegistry registry;
    private final Traces traces;
    private final InstantSource clock;
    private final Timer delay;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();

    public IngestMetrics(MeterRegistry registry, Traces traces, InstantSource clock) {
        this.traces = traces;
        this.registry = registry;
        this.clock = clock;
        this.delay =
                Timer.builder("rollbook.audit.delay")
                        .description("From a change being stored to its entry being readable")
                        .register(registry);
        Gauge.builder("rollbook.audit.lag", waiting, AtomicLong::get)
                .description("Events on the topics that are not in the log yet")
                .register(registry);
        Gauge.builder("rollbook.audit.stopped", stopped, flag -> flag.get() ? 1 : 0)
                .description("1 when the log cannot go on without a hole")
                .register(registry);
    }

    void added(List<LoggedEvent> opening) {
        var now = clock.instant();
        for (var event : opening) {
            registry.counter("rollbook.audit.entries", "status", event.meaning().status().label())
                    .increment();
            var envelope = event.envelope();
            delay.record(Duration.between(envelope.time(), now));
            traces.past("enter", SpanKind.CONSUMER, envelope.traceparent(), envelope.time(), now);
        }
    }

    void waiting(long events) {
        waiting.set(events);
    }

    void stopped() {
        stopped.set(true);
    }
}
