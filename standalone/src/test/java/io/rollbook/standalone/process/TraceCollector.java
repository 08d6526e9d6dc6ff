package io.rollbook.standalone.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Takes OTLP over HTTP, and keeps it as it came: names in it are plain text, ids are bytes. */
final class TraceCollector implements AutoCloseable {

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final HttpServer server;

    TraceCollector() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    String text() {
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    /** What the spans of a trace are called. In protobuf the name comes soon after the ids. */
    Set<String> namesIn(String traceId) {
        var id = new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1);
        var names = new TreeSet<String>();
        Pattern.compile(
                        "\n\u0010" + Pattern.quote(id) + ".{10,60}?\\*[\u0001-\u001f]([a-z-]+)",
                        Pattern.DOTALL)
                .matcher(text())
                .results()
                .forEach(span -> names.add(span.group(1)));
        return names;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (var body = exchange.getRequestBody()) {
            boolean packed =
                    "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            var plain = packed ? new GZIPInputStream(body) : body;
            received.write(plain.readAllBytes());
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
