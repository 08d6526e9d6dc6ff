package io.rollbook.standalone.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A client with a token; never repeats a request. */
public record ScimClient(int port, String token) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Answer get(String path) {
        return send("GET", "/scim/v2" + path, "");
    }

    public Answer find(String endpoint, String filter) {
        return get(endpoint + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    public Answer post(String path, String body) {
        return send("POST", "/scim/v2" + path, body);
    }

    public Answer put(String path, String body) {
        return send("PUT", "/scim/v2" + path, body);
    }

    public Answer patch(String path, String operations) {
        return send(
                "PATCH",
                "/scim/v2" + path,
                """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations": [%s]}
                """
                        .formatted(operations));
    }

    public Answer delete(String path) {
        return send("DELETE", "/scim/v2" + path, "");
    }

    /** Any path of the server. */
    public Answer send(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/scim+json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(request + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
