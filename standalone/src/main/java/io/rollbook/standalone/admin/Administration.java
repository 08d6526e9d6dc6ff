package io.rollbook.standalone.admin;

import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.folder.RunningInstance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Calls the administration API of a running Rollbook. A refusal by the server is a {@link Refusal}.
 */
public final class Administration implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A rebuild answers when it is done. */
    private static final Duration ANSWER = Duration.ofHours(1);

    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();
    private final URI base;
    private final String secret;

    public Administration(int port, String secret) {
        this(URI.create("http://localhost:" + port), secret, HttpClient.newBuilder());
    }

    private Administration(URI server, String secret, HttpClient.Builder client) {
        this.base = URI.create(server + "/admin/v1");
        this.secret = secret;
        this.http = client.connectTimeout(CONNECT).build();
    }

    /** Of an instance on this machine, which may speak TLS. */
    public static Administration of(RunningInstance instance, String secret) {
        var client = HttpClient.newBuilder();
        instance.certificate().map(PinnedCertificate::of).ifPresent(client::sslContext);
        return new Administration(instance.base(), secret, client);
    }

    public Tenant createTenant(String name) {
        return tenant(send("POST", "/tenants", Map.of("name", name)));
    }

    public List<Tenant> tenants() {
        var tenants = new ArrayList<Tenant>();
        send("GET", "/tenants", Map.of())
                .path("tenants")
                .forEach(node -> tenants.add(tenant(node)));
        return tenants;
    }

    public IssuedToken createToken(String tenant, String connection, String role) {
        var answer =
                send(
                        "POST",
                        "/tenants/" + encoded(tenant) + "/tokens",
                        Map.of("connection", connection, "role", role));
        return new IssuedToken(text(answer, "tokenId"), text(answer, "token"));
    }

    public void revokeToken(String tokenId) {
        send("DELETE", "/tokens/" + encoded(tokenId), Map.of());
    }

    /** The OAuth clients of a tenant, by its name or id. */
    public OAuthClients clients(String tenant) {
        return new OAuthClients(this, tenant);
    }

    /**
     * Gives a tenant a schema, or changes it.
     *
     * @param document in the form of RFC 7643 §7
     * @return what is registered now
     */
    public TenantSchema registerSchema(
            String tenant, String resourceType, boolean required, byte[] document) {
        var schema = readSchema(document);
        var body =
                json.createObjectNode()
                        .put("resourceType", resourceType)
                        .put("required", required)
                        .set("schema", schema);
        return schema(send("PUT", schemas(tenant) + "/" + encoded(text(schema, "id")), body));
    }

    public List<TenantSchema> schemasOf(String tenant) {
        return send("GET", schemas(tenant), Map.of())
                .path("schemas")
                .valueStream()
                .map(Administration::schema)
                .toList();
    }

    public void removeSchema(String tenant, String urn) {
        send("DELETE", schemas(tenant) + "/" + encoded(urn), Map.of());
    }

    private JsonNode readSchema(byte[] document) {
        try {
            return json.readTree(document);
        } catch (RuntimeException notJson) {
            throw new Refusal("The schema is not JSON.", notJson);
        }
    }

    private static String schemas(String tenant) {
        return "/tenants/" + encoded(tenant) + "/schemas";
    }

    private static TenantSchema schema(JsonNode node) {
        var schema = node.path("schema");
        return new TenantSchema(
                text(schema, "id"),
                text(schema, "name"),
                text(node, "resourceType"),
                node.path("required").asBoolean(),
                schema.path("attributes").size());
    }

    /**
     * @return what the server says about the rows before and after, as JSON
     */
    public String rebuildProjections() {
        return send("POST", "/projections/rebuild", Map.of()).toString();
    }

    /** Builds the log anew, compares it with the one that serves, and says what it found. */
    public JsonNode rebuildAudit() {
        return send("POST", "/audit/rebuild", Map.of());
    }

    @Override
    public void close() {
        http.close();
    }

    JsonNode send(String method, String path, Map<String, String> body) {
        return send(
                method,
                path,
                body.isEmpty()
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    private JsonNode send(String method, String path, JsonNode body) {
        return send(method, path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    private JsonNode send(String method, String path, BodyPublisher content) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + secret)
                        .header("Content-Type", "application/json")
                        .timeout(ANSWER)
                        .method(method, content)
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new Refusal(sentence(response.statusCode(), response.body()));
            }
            return response.body().length == 0
                    ? json.createObjectNode()
                    : json.readTree(response.body());
        } catch (ConnectException e) {
            throw new Refusal(
                    "No Rollbook answers on port " + base.getPort() + "; start one: rollbook up",
                    e);
        } catch (IOException e) {
            throw new Refusal("The running Rollbook did not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", e);
        }
    }

    /** The server explains itself in a problem document (RFC 9457). */
    private String sentence(int status, byte[] body) {
        if (status == 401) {
            return "The running Rollbook uses another data folder: name it with --data.";
        }
        try {
            var problem = json.readTree(body);
            var detail = problem.path("detail").asString("");
            return detail.isEmpty() ? "Refused with status " + status + "." : detail;
        } catch (RuntimeException notJson) {
            return "Refused with status " + status + ".";
        }
    }

    private static Tenant tenant(JsonNode node) {
        return new Tenant(text(node, "id"), text(node, "name"), text(node, "profile"));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
