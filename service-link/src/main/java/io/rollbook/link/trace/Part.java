package io.rollbook.link.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

import java.util.Optional;

/** A part of a trace that is under way. */
public final class Part implements AutoCloseable {

    private final Span span;

    Part(Span span) {
        this.span = span;
    }

    /**
     * @param value a word of ours or an opaque id
     */
    public Part tag(String name, String value) {
        span.setAttribute(name, value);
        return this;
    }

    /** It went wrong by our fault. */
    public void failed() {
        span.setStatus(StatusCode.ERROR);
    }

    /** For the header of what is a part of this one; empty when there is no trace. */
    public Optional<String> traceparent() {
        var context = span.getSpanContext();
        return context.isValid()
                ? Optional.of(
                        "00-%s-%s-%s"
                                .formatted(
                                        context.getTraceId(),
                                        context.getSpanId(),
                                        context.getTraceFlags().asHex()))
                : Optional.empty();
    }

    @Override
    public void close() {
        span.end();
    }
}
