package io.rollbook.link.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a {@code traceparent} says, as OpenTelemetry has it. */
final class Parents {

    static final String HEADER = "traceparent";

    private static final TextMapGetter<String> ONE =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(String carrier) {
                    return List.of(HEADER);
                }

                @Override
                public @Nullable String get(@Nullable String carrier, String key) {
                    return key.equals(HEADER) ? carrier : null;
                }
            };

    private Parents() {}

    /** One that can't be read is none. */
    static Context of(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, ONE);
    }
}
