package io.rollbook.standalone.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every broken request is the client's fault, and the next good one is served. */
@Timeout(120)
class HostileRequestsIT {

    private static final RunningRollbook.Tenant TENANT =
            RunningRollbook.shared().newTenant("entra");
    private static final ScimClient SCIM = TENANT.scim();
    private static final String TOKEN = TENANT.token("scim");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String USER =
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"mia-%s",
             "active":"True","name":{"givenName":"Mia"},
             "emails":[{"value":"m@example.com","type":"work","primary":true}]}
            """;
    private static final String PATCH =
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
             {"op":"Add","path":"emails[type eq \\"work\\"].value","value":"x"},
             {"op":"Replace","path":"active","value":"False"},
             {"op":"remove","path":"name.givenName"}]}
            """;
    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    ",",
                    "null",
                    "1e400",
                    "\\ud800",
                    "\\u0000",
                    "(",
                    ")",
                    " and ",
                    "not",
                    " pr",
                    ".",
                    "%",
                    "%00",
                    "%ff",
                    "&",
                    "=",
                    "+",
                    "userName",
                    "9999999999999999999999",
                    "\u00df");

    @Test
    void namedAttacksAreRefused() throws Exception {
        var user = SCIM.createUser("victim-" + UUID.randomUUID()).id();
        var many =
                IntStream.range(0, 80_000)
                        .mapToObj(i -> "\"k" + i + "\":1")
                        .collect(Collectors.joining(",", "{", "}"));
        for (var body :
                List.of(
                        "[".repeat(10_000),
                        "{\"a\":".repeat(10_000),
                        "{\"userName\":1e400}",
                        "{\"userName\":" + "9".repeat(100_000) + "}",
                        "{\"userName\":\"\\ud800\"}",
                        "{\"userName\":\"\\u0000\"}",
                        "{\"userName\":\"a\",\"userName\":\"b\"}",
                        "{\"userName\":\"\u00ff\"",
                        many,
                        "",
                        "null")) {
            for (var method : List.of("POST", "PUT", "PATCH")) {
                var path = method.equals("POST") ? "/Users" : "/Users/" + user;
                assertThat(status(method, path, body.getBytes(ISO_8859_1)))
                        .as("%s of %.40s", method, body)
                        .isBetween(400, 499);
            }
        }
        assertThat(SCIM.get("/Users/" + user).status()).isEqualTo(200);
    }

    @Test
    void aFilterOfTenThousandTermsIsRefused() throws Exception {
        var filter =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "id+eq+%22" + i + "%22")
                        .collect(Collectors.joining("+or+"));

        assertThat(status("GET", "/Users?filter=" + filter, new byte[0])).isBetween(400, 499);
    }

    @Test
    void woundedBodiesAreAnswered() throws Exception {
        var user = SCIM.createUser("wounded-" + UUID.randomUUID()).id();
        for (long seed = 0; seed < 120; seed++) {
            var random = new Random(seed);
            var creation = wounded(USER.formatted(UUID.randomUUID()), random).getBytes(UTF_8);
            assertThat(status("POST", "/Users", creation)).as("POST %d", seed).isLessThan(500);
            var patch = wounded(PATCH, random).getBytes(UTF_8);
            assertThat(status("PATCH", "/Users/" + user, patch))
                    .as("PATCH %d", seed)
                    .isLessThan(500);
        }
        assertThat(SCIM.get("/Users/" + user).status()).isEqualTo(200);
    }

    @Test
    void woundedQueriesAreAnswered() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            var query =
                    wounded(
                            "filter=userName+sw+%22m%22+and+emails%5Btype+eq+%22work%22%5D"
                                    + "&count=2&startIndex=1&attributes=emails.value",
                            new Random(seed));

            assertThat(status("GET", "/Users?" + encoded(query), new byte[0]))
                    .as("%d: %s", seed, query)
                    .isLessThan(500);
        }
    }

    /** What cannot stand in a request's first line is escaped; the rest stays as it is. */
    private static String encoded(String query) {
        return query.chars()
                .mapToObj(
                        c ->
                                c > 0x7e || " \"{}[]\\^`|<>".indexOf(c) >= 0
                                        ? "%%%02X".formatted(c & 0xff)
                                        : Character.toString(c))
                .collect(Collectors.joining())
                // java.net.URI takes no lone percent sign.
                .replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static String wounded(String text, Random random) {
        var wounded = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int from = random.nextInt(wounded.length() + 1);
            int to = Math.min(wounded.length(), from + random.nextInt(8));
            if (random.nextBoolean()) {
                wounded.delete(from, to);
            } else {
                wounded.insert(from, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return wounded.toString();
    }

    private static int status(String method, String path, byte[] body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(RunningRollbook.shared().scimBase() + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/scim+json")
                        .method(
                                method,
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body))
                        .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }
}
