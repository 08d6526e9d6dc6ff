package io.rollbook.standalone.admin;

import static java.util.stream.Collectors.joining;

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

    /** All of them, page by page. */
    public List<Tenant> tenants() {
        return all("/tenants", "tenants").stream().map(Administration::tenant).toList();
    }

    /**
     * @param verb suspend, resume or restore
     */
    public Tenant changeTenant(String tenant, String verb) {
        return tenant(send("POST", ofTenant(tenant) + "/" + verb, Map.of()));
    }

    /** Begins to; until the time is over it can be restored. */
    public Tenant deleteTenant(String tenant) {
        return tenant(send("DELETE", ofTenant(tenant), Map.of()));
    }

    public Connection createConnection(String tenant, String name) {
        return connection(send("POST", ofTenant(tenant) + "/connections", Map.of("name", name)));
    }

    public List<Connection> connections(String tenant) {
        return all(ofTenant(tenant) + "/connections", "connections").stream()
                .map(Administration::connection)
                .toList();
    }

    public Connection connection(String tenant, String name) {
        return connection(send("GET", ofConnection(tenant, name), Map.of()));
    }

    /**
     * @param settings those to change; null brings one back to its default
     * @return all settings as JSON
     */
    public String configure(String tenant, String connection, JsonNode settings) {
        return send("PATCH", ofConnection(tenant, connection) + "/settings", settings)
                .toPrettyString();
    }

    /**
     * @param settings those to change; null brings one back to its default
     * @return all settings of the tenant as JSON
     */
    public String configureTenant(String tenant, JsonNode settings) {
        return send("PATCH", ofTenant(tenant) + "/settings", settings).toPrettyString();
    }

    public void removeConnection(String tenant, String name) {
        send("DELETE", ofConnection(tenant, name), Map.of());
    }

    public IssuedToken createToken(String tenant, String connection, String role) {
        return createToken(tenant, connection, List.of(role), 0);
    }

    /**
     * @param days until it expires; 0 for never
     */
    public IssuedToken createToken(String tenant, String connection, List<String> roles, int days) {
        var body = json.createObjectNode().put("connection", connection);
        roles.forEach(body.putArray("roles")::add);
        if (days > 0) {
            body.put("expiresInDays", days);
        }
        var answer = send("POST", ofTenant(tenant) + "/tokens", body);
        return new IssuedToken(text(answer, "tokenId"), text(answer, "token"));
    }

    public List<Token> tokens(String tenant) {
        return all(ofTenant(tenant) + "/tokens", "tokens").stream()
                .map(Administration::token)
                .toList();
    }

    public void revokeToken(String tokenId) {
        send("DELETE", "/tokens/" + encoded(tokenId), Map.of());
    }

    /** The OAuth clients of a tenant, by its name or id. */
    public OAuthClients clients(String tenant) {
        return new OAuthClients(this, tenant);
    }

    /** How long the log of a tenant is kept, by its name or id. */
    public Retention retention(String tenant) {
        return new Retention(this, tenant);
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

    /** A list of any length, page by page. */
    private List<JsonNode> all(String path, String member) {
        var found = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = send("GET", path + "?count=1000" + cursor, Map.of());
            page.path(member).forEach(found::add);
            cursor = page.path("next").isString() ? "&cursor=" + text(page, "next") : "";
        } while (!cursor.isEmpty());
        return found;
    }

    private static String ofTenant(String tenant) {
        return "/tenants/" + encoded(tenant);
    }

    private static String ofConnection(String tenant, String connection) {
        return ofTenant(tenant) + "/connections/" + encoded(connection);
    }

    private static String schemas(String tenant) {
        return ofTenant(tenant) + "/schemas";
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

    JsonNode send(String method, String path, JsonNode body) {
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
        return new Tenant(
                text(node, "id"),
                text(node, "name"),
                text(node, "profile"),
                text(node, "status"),
                text(node, "deletionEndsAt"));
    }

    private static Connection connection(JsonNode node) {
        return new Connection(
                text(node, "id"),
                text(node, "name"),
                text(node, "created"),
                node.path("settings").toPrettyString());
    }

    private static Token token(JsonNode node) {
        return new Token(
                text(node, "id"),
                text(node, "connection"),
                node.path("roles").valueStream().map(JsonNode::asString).collect(joining(",")),
                text(node, "prefix") + "…" + text(node, "lastFour"),
                text(node, "createdBy"),
                text(node, "created"),
                text(node, "lastUsed"),
                text(node, "expires"));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
