package io.rollbook.standalone.run;

import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.folder.DataFolder;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * A short provisioning run and a second start, so that a JVM that makes an AOT cache has seen the
 * classes that starts and the first requests need. Thread-safe: {@link #close()} may come from
 * another thread, in the middle of it.
 */
public final class Rehearsal implements AutoCloseable {

    private static final int ROUNDS = 40;

    /** On a quick machine it sends more in a second than a connection may. */
    private static final Map<String, Object> UNLIMITED =
            Map.of(
                    "rollbook.limits.connection.requests-per-second", 1_000_000,
                    "rollbook.limits.connection.burst", 1_000_000,
                    "rollbook.limits.tenant.requests-per-second", 1_000_000,
                    "rollbook.limits.tenant.burst", 1_000_000);

    private static final String DISABLE =
            """
            {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations": [{"op": "Replace", "path": "active", "value": "False"}]}
            """;

    private final DataFolder folder;
    private final Stack stack = new Stack();

    public Rehearsal(DataFolder folder) {
        this.folder = folder;
    }

    /** On a folder that is empty and then on the same again: most starts are not the first one. */
    public void run() {
        start(true);
        start(false);
    }

    /** Leaves nothing running, and starts nothing more. */
    @Override
    public void close() {
        stack.close();
    }

    private void start(boolean first) {
        var options = new StartOptions(folder, 0, 0, 0).with(UNLIMITED);
        try (var standalone = stack.start(() -> new Standalone(options));
                var http = HttpClient.newHttpClient()) {
            var instance = standalone.start();
            standalone.awaitLog();
            if (standalone.hasTenants() == first) {
                throw new Refusal("What was there before the start is not what should be.");
            }
            if (first) {
                try (var administration = standalone.administration(instance)) {
                    var token = FirstToken.make(administration);
                    new Client(http, instance.port(), token.token()).play();
                }
            }
        }
    }

    private record Client(HttpClient http, int port, String token) {

        void play() {
            send("GET", "/Schemas", "");
            for (int round = 0; round < ROUNDS; round++) {
                var user = send("POST", "/Users", user(round));
                var id = JsonMapper.shared().readTree(user.body()).path("id").asString();
                send("GET", "/Users/" + id, "");
                send("GET", "/Users?filter=userName%20eq%20%22user-" + round + "%22", "");
                send("PATCH", "/Users/" + id, DISABLE);
                send("DELETE", "/Users/" + id, "");
            }
        }

        private static String user(int round) {
            return """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "user-%d",
             "name": {"givenName": "A", "familyName": "B"},
             "emails": [{"type": "work", "primary": true, "value": "user-%1$d@example.com"}]}
            """
                    .formatted(round);
        }

        private HttpResponse<String> send(String method, String path, String body) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + port + "/scim/v2" + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/scim+json")
                            .method(method, BodyPublishers.ofString(body))
                            .build();
            try {
                var response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() >= 300) {
                    throw new Refusal(method + " " + path + " gave " + response.statusCode());
                }
                return response;
            } catch (IOException e) {
                throw new Refusal("The rehearsal failed: " + e, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal("Interrupted.", e);
            }
        }
    }
}
