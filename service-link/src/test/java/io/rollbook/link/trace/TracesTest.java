package io.rollbook.link.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.api.trace.SpanKind;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

/** What a collector is sent: names in it are plain text, ids are bytes. */
class TracesTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void whatASpanIsPartOfIsKept() throws IOException {
        var received = new ByteArrayOutputStream();
        var collector = collector(received);
        try {
            var endpoint =
                    URI.create(
                            "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
            try (var traces = Traces.of(new TracingProperties(endpoint, 1), "core")) {
                try (var part = traces.begin("write", SpanKind.INTERNAL, PARENT)) {
                    assertThat(part.traceparent().orElseThrow())
                            .startsWith(PARENT.substring(0, 36))
                            .isNotEqualTo(PARENT)
                            .endsWith("-01");
                }
                traces.past("publish", SpanKind.PRODUCER, PARENT, Instant.EPOCH, Instant.EPOCH);
                traces.past("unseen", SpanKind.PRODUCER, null, Instant.EPOCH, Instant.EPOCH);
            }
        } finally {
            collector.stop(0);
        }

        assertThat(received.toString(StandardCharsets.ISO_8859_1))
                .contains("rollbook-core", "write", "publish")
                .contains("\u004b\u00f9\u002f\u0035\u0077\u00b3\u004d\u00a6")
                .doesNotContain("unseen");
    }

    @Test
    void withoutACollectorTheClientsTraceIsPassedOn() {
        try (var traces = Traces.none();
                var part = traces.begin("write", SpanKind.INTERNAL, PARENT);
                var alone = traces.begin("write", SpanKind.INTERNAL, null)) {
            assertThat(part.traceparent()).contains(PARENT);
            assertThat(alone.traceparent()).isEmpty();
        }
    }

    @Test
    void aCollectorThatIsAwayHoldsNobodyUp() {
        var nobody = URI.create("http://127.0.0.1:1/v1/traces");
        try (var traces = Traces.of(new TracingProperties(nobody, 1), "core");
                var part = traces.begin("write", SpanKind.INTERNAL, null)) {
            assertThat(part.traceparent()).isPresent();
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new TracingProperties(null, 1.5))
                .hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new TracingProperties(URI.create("collector:4317"), 1))
                .hasMessageContaining("like http://collector:4318/v1/traces");
    }

    private static HttpServer collector(ByteArrayOutputStream received) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/traces",
                exchange -> {
                    try (var body = exchange.getRequestBody()) {
                        boolean packed =
                                "gzip"
                                        .equals(
                                                exchange.getRequestHeaders()
                                                        .getFirst("Content-Encoding"));
                        (packed ? new GZIPInputStream(body) : body).transferTo(received);
                    }
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
