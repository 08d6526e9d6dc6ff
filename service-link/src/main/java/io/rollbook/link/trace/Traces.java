package io.rollbook.link.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Tells a collector what one service does. Without a collector it costs nothing, and the trace that
 * a client began is passed on all the same. What cannot be told is given up: no request waits for a
 * collector or fails with it. Thread-safe.
 */
public final class Traces implements AutoCloseable {

    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");

    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(3);

    private final Tracer tracer;
    private final Runnable end;
    private final boolean told;

    private Traces(Tracer tracer, Runnable end, boolean told) {
        this.tracer = tracer;
        this.end = end;
        this.told = told;
    }

    /** Nobody is told. */
    public static Traces none() {
        return new Traces(OpenTelemetry.noop().getTracer("rollbook"), () -> {}, false);
    }

    /**
     * @param service who it is, as the collector shows it
     */
    public static Traces of(TracingProperties settings, String service) {
        if (settings.endpoint() == null) {
            return none();
        }
        var exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(settings.endpoint().toString()).build();
        // By the trace's id alone: all services decide alike, whatever a client asks for.
        var provider =
                SdkTracerProvider.builder()
                        .setResource(Resource.create(Attributes.of(SERVICE, "rollbook-" + service)))
                        .setSampler(Sampler.traceIdRatioBased(settings.sampled()))
                        .addSpanProcessor(
                                BatchSpanProcessor.builder(exporter)
                                        .setScheduleDelay(DELAY)
                                        .build())
                        .build();
        return new Traces(
                provider.get("rollbook"),
                // A stop does not wait long for a collector that is away.
                () -> provider.shutdown().join(END.toMillis(), TimeUnit.MILLISECONDS),
                true);
    }

    /**
     * Begins what has to be ended.
     *
     * @param parent the {@code traceparent} of what it is a part of; null for a trace of its own
     */
    public Part begin(String name, SpanKind kind, @Nullable String parent) {
        return new Part(builder(name, kind, parent).startSpan());
    }

    /**
     * Tells of what happened to an event that a request made; nothing for one that was not traced.
     *
     * @param parent the event's {@code traceparent}
     */
    public void past(
            String name, SpanKind kind, @Nullable String parent, Instant began, Instant ended) {
        if (told && parent != null) {
            builder(name, kind, parent).setStartTimestamp(began).startSpan().end(ended);
        }
    }

    private SpanBuilder builder(String name, SpanKind kind, @Nullable String parent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(Parents.of(parent));
    }

    /** What was not told yet is told. */
    @Override
    public void close() {
        end.run();
    }
}
