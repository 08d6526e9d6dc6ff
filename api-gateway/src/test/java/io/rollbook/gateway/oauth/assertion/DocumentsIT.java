package io.rollbook.gateway.oauth.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

class DocumentsIT {

    private static final int LARGEST = 2048;

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/fits", exchange -> answer(exchange, 200, "x".repeat(LARGEST)));
        server.createContext("/large", exchange -> answer(exchange, 200, "x".repeat(LARGEST + 1)));
        server.createContext("/missing", exchange -> answer(exchange, 404, "{}"));
        server.createContext(
                "/moved",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/fits");
                    answer(exchange, 302, "");
                });
        server.createContext(
                "/never",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    awaitEnd();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void documentsOfTheAllowedSizeAreHad() throws IOException {
        try (var documents = open(true, true)) {
            assertThat(documents.fetch(at("/fits"))).hasSize(LARGEST);
        }
    }

    @Test
    void whatIsTooLargeMissingElsewhereOrEndlessIsNot() throws IOException {
        try (var documents = open(true, true)) {
            for (var path : new String[] {"/large", "/missing", "/moved", "/never"}) {
                assertThatThrownBy(() -> documents.fetch(at(path)))
                        .as(path)
                        .isInstanceOf(IOException.class);
            }
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void plainHttpPrivateAddressesAndOtherSchemesAreNotEvenTried() throws IOException {
        try (var secure = open(false, true);
                var outside = open(true, false)) {
            assertThatThrownBy(() -> secure.fetch(at("/fits"))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> outside.fetch(at("/fits"))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> outside.fetch("file:///etc/passwd"))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> outside.fetch("")).isInstanceOf(IOException.class);
        }
        assertThat(asked).hasValue(0);
    }

    private static Documents open(boolean allowHttp, boolean allowPrivate) {
        return new Documents(allowHttp, allowPrivate, LARGEST, Duration.ofSeconds(2));
    }

    private String at(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange, int status, String text) throws IOException {
        asked.incrementAndGet();
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
