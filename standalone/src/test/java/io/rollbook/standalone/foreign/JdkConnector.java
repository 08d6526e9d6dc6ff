package io.rollbook.standalone.foreign;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Response;

import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;
import org.glassfish.jersey.client.spi.ConnectorProvider;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Sends a JAX-RS client's requests by the JDK's HTTP client, which can say PATCH. */
final class JdkConnector implements ConnectorProvider, Connector {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Connector getConnector(Client client, Configuration configuration) {
        return this;
    }

    @Override
    public ClientResponse apply(ClientRequest request) {
        try {
            var answer = http.send(translated(request), BodyHandlers.ofByteArray());
            var response =
                    new ClientResponse(
                            Response.Status.fromStatusCode(answer.statusCode()), request);
            answer.headers().map().forEach(response.getHeaders()::put);
            response.setEntityStream(new ByteArrayInputStream(answer.body()));
            return response;
        } catch (IOException e) {
            throw new ProcessingException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessingException(e);
        }
    }

    private static HttpRequest translated(ClientRequest request) throws IOException {
        var body = new ByteArrayOutputStream();
        if (request.hasEntity()) {
            request.setStreamProvider(length -> body);
            request.writeEntity();
        }
        var translated = HttpRequest.newBuilder(request.getUri());
        translated.method(
                request.getMethod(),
                body.size() == 0
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(body.toByteArray()));
        request.getStringHeaders()
                .forEach((name, values) -> values.forEach(each -> translated.header(name, each)));
        return translated.build();
    }

    @Override
    public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
        return CompletableFuture.runAsync(() -> callback.response(apply(request)));
    }

    @Override
    public String getName() {
        return "JDK";
    }

    @Override
    public void close() {
        http.close();
    }
}
