package io.rollbook.standalone.client;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Sends requests of one token. Thread-safe. */
public final class ScimClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String token;

    /**
     * @param base without a trailing slash, e.g. {@code http://localhost:8080/scim/v2}
     */
    public ScimClient(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer find(String type, String filter) {
        return get(type + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Sends a PatchOp with the given operations. */
    public Answer patch(String path, String... operations) {
        var body =
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}\
                """
                        .formatted(String.join(",", operations));
        return send("PATCH", path, body);
    }

    public Answer createUser(String userName) {
        return post("/Users", user(userName)).expect(201);
    }

    /** The body that makes a user with the least that one needs. */
    public static String user(String userName) {
        return """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
         "userName":"%s","active":true}\
        """
                .formatted(userName);
    }

    public Answer createGroup(String displayName) {
        return post(
                        "/Groups",
                        """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                         "displayName":"%s"}\
                        """
                                .formatted(displayName))
                .expect(201);
    }

    /** An operation in Entra's default form that adds or removes members. */
    public static String members(String op, List<String> ids) {
        return """
        {"op":"%s","path":"members","value":[%s]}\
        """
                .formatted(
                        op,
                        ids.stream()
                                .map("{\"$ref\":null,\"value\":\"%s\"}"::formatted)
                                .collect(Collectors.joining(",")));
    }

    public Answer send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        request.header("Authorization", "Bearer " + token);
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/scim+json; charset=utf-8");
            request.method(method, BodyPublishers.ofString(body));
        }
        return send(request.build());
    }

    /** Sends a request as it is. */
    public Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), json(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(byte[] body) {
        return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    }
}
