package io.rollbook.link.client;

import io.rollbook.link.LinkCall;
import io.rollbook.link.LinkSigner;
import io.rollbook.scim.seam.Unavailable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends signed messages to one service, taking its instances in turn and passing over those that
 * cannot be connected to. Thread-safe; meant for virtual threads, as it blocks.
 */
public final class LinkClient implements AutoCloseable {

    /**
     * Whoever is down refuses at once. A burst of new connections may wait this long for a busy
     * machine; and a connection made in the instant in which its time is up fails as if the request
     * had been sent, which a write must not.
     */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final String service;
    private final List<URI> addresses;
    private final LinkSigner signer;
    private final HttpClient http;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param service the name by which the service knows itself
     * @param addresses base URLs of its instances, at least one, without a trailing slash
     */
    public LinkClient(String service, List<URI> addresses, LinkSigner signer) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("The service " + service + " needs an address");
        }
        this.service = service;
        this.addresses = List.copyOf(addresses);
        this.signer = signer;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    String service() {
        return service;
    }

    /** Throws {@link Unavailable} or {@link LinkFault} when there is no answer. */
    byte[] call(String path, byte[] message, Repeat repeat, Duration timeout) {
        return exchange(path, message, repeat, timeout).bytes();
    }

    /** The same, for an answer that may be streamed. */
    Received exchange(String path, byte[] message, Repeat repeat, Duration timeout) {
        int attempts = Math.max(repeat == Repeat.SAFE ? 2 : 1, addresses.size());
        int first = turn.getAndIncrement();
        IOException last = new ConnectException("no address was tried");
        for (int i = 0; i < attempts; i++) {
            URI address = addresses.get(Math.floorMod(first + i, addresses.size()));
            try {
                return bodyOf(path, send(address, path, message, timeout));
            } catch (ConnectException | HttpConnectTimeoutException e) {
                last = e;
            } catch (IOException e) {
                if (repeat == Repeat.UNSAFE) {
                    throw new LinkFault(service + " gave no answer at " + path, e);
                }
                last = e;
                if (e instanceof HttpTimeoutException) {
                    break;
                }
            }
        }
        throw new Unavailable(service + " cannot be reached", last);
    }

    private HttpResponse<Received> send(URI address, String path, byte[] message, Duration timeout)
            throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(timeout)
                        .header(
                                "Authorization",
                                "Bearer " + signer.sign(service, LinkCall.post(path, message)))
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                        .build();
        try {
            return http.send(request, Received.handler());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + service, e);
        }
    }

    private Received bodyOf(String path, HttpResponse<Received> response) {
        return switch (response.statusCode()) {
            case 200 -> response.body();
            case 503 ->
                    throw new Unavailable(
                            service
                                    + ": "
                                    + new String(response.body().bytes(), StandardCharsets.UTF_8),
                            new IOException("status 503 at " + path));
            default ->
                    throw new LinkFault(
                            service + " answered " + response.statusCode() + " at " + path, null);
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
