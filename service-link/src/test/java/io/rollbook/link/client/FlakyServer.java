package io.rollbook.link.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that counts what reaches it and misbehaves on purpose. */
final class FlakyServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    final AtomicInteger calls = new AtomicInteger();

    private FlakyServer(Behaviour behaviour) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    exchange.getRequestBody().readAllBytes();
                    behaviour.answer(exchange, this);
                });
        server.start();
    }

    @FunctionalInterface
    interface Behaviour {
        void answer(HttpExchange exchange, FlakyServer server) throws IOException;
    }

    static FlakyServer answering(int status, byte[] body) {
        return new FlakyServer(
                (exchange, server) -> {
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    /** Takes the message and closes the connection without an answer. */
    static FlakyServer hangingUp() {
        return new FlakyServer((exchange, server) -> exchange.close());
    }

    /** Takes the message and says nothing until it is closed. */
    static FlakyServer silent() {
        return new FlakyServer(
                (exchange, server) -> {
                    try {
                        server.closing.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    exchange.close();
                });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** An address at which nobody listens. */
    static URI nobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
