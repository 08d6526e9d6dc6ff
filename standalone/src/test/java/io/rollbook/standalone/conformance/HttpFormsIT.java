package io.rollbook.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.RunningRollbook.Tenant;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** The outer forms of RFC 7644 §3.8 and §3.12, and what clients do to URLs. */
class HttpFormsIT {

    private static final Tenant TENANT = RunningRollbook.shared().newTenant("entra");
    private static final ScimClient SCIM = TENANT.scim();
    private static final String TOKEN = TENANT.token("scim");

    private final String name = UUID.randomUUID().toString();

    @ParameterizedTest
    @Tag("P3.8-1")
    @Tag("P3.8-2")
    @Tag("P3.8-3")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/scim+json                              | 200",
                "application/json                                   | 200",
                "application/json; charset=utf-8                    | 200",
                "*/*                                                | 200",
                "application/*                                      | 200",
                "text/html, application/scim+json;q=0.5             | 200",
                "text/html                                          | 406",
                "application/xml, text/*                            | 406",
                "application/scim+json;q=0                          | 406"
            })
    void accept(String accept, int status) {
        var answer = send(request("/Users?count=1").header("Accept", accept));

        assertThat(answer.expect(status).header("Content-Type"))
                .startsWith("application/scim+json");
    }

    @ParameterizedTest
    @Tag("P3.8-4")
    @Tag("P3.8-5")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/scim+json                              | 201",
                "application/json                                   | 201",
                "application/scim+json; charset=utf-8               | 201",
                "application/json;charset=\"UTF-8\"                   | 201",
                "APPLICATION/JSON                                   | 201",
                "application/xml                                    | 415",
                "text/plain                                         | 415",
                "application/json; charset=iso-8859-1               | 415",
                "application/x-www-form-urlencoded                  | 415"
            })
    void contentType(String type, int status) {
        var user = BodyPublishers.ofString(ScimClient.user(name));

        send(request("/Users").header("Content-Type", type).POST(user)).expect(status);
    }

    @Test
    @Tag("P2-1")
    @Tag("P2-2")
    @Tag("X-2")
    @Tag("P3.12-1")
    void strangers() {
        var base = RunningRollbook.shared().scimBase();
        var body = BodyPublishers.ofString(ScimClient.user(name));
        var anonymous =
                SCIM.send(HttpRequest.newBuilder(URI.create(base + "/Users")).POST(body).build());
        var wrong = new ScimClient(base, "rbk_wrong").get("/Users");

        assertThat(anonymous.expectError(401, "").header("WWW-Authenticate"))
                .isEqualTo(wrong.expectError(401, "").header("WWW-Authenticate"))
                .startsWith("Bearer");
        assertThat(anonymous.body()).isEqualTo(wrong.body());
    }

    @Test
    @Tag("P2-3")
    @Tag("X-3")
    void aTokenForTheLogIsNoTokenForScim() {
        var auditor =
                new ScimClient(RunningRollbook.shared().scimBase(), TENANT.token("audit.read"));

        auditor.get("/Users").expectError(403, "");
        auditor.post("/Users", ScimClient.user(name)).expectError(403, "");
    }

    @ParameterizedTest
    @Tag("H-1")
    @Tag("E12-19")
    @Tag("E12-20")
    @Tag("P3.4.2-0")
    @ValueSource(
            strings = {
                "/Users/",
                "//Users",
                "//Users//",
                "/Users/?count=1",
                "/Users?aadOptscim062020",
                "/Users?aadOptscim062020=true&x&=&&y=%20"
            })
    void urlsOfEveryHabit(String path) {
        SCIM.get(path).expect(200);
    }

    @ParameterizedTest
    @Tag("E12-18")
    @Tag("Trap-25")
    @CsvSource(
            delimiter = '|',
            value = {
                "userName+eq+%22{}%2Bplus%22     | 1",
                "userName%20eq%20%22{}%2bplus%22 | 1",
                "userName+eq+%22{}+plus%22       | 0"
            })
    void plusIsASpaceAndAnEscapedPlusAPlus(String filter, int found) {
        SCIM.createUser(name + "+plus");

        assertThat(
                        SCIM.get("/Users?filter=" + filter.replace("{}", name))
                                .expect(200)
                                .totalResults())
                .isEqualTo(found);
    }

    @Test
    @Tag("H-2")
    void headIsGetWithoutABody() {
        var path = "/Users/" + SCIM.createUser(name).id();
        var get = SCIM.get(path).expect(200);
        var head = send(request(path).method("HEAD", BodyPublishers.noBody())).expect(200);

        assertThat(head.body().isMissingNode()).isTrue();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Location")).isEqualTo(get.header("Location"));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    }

    @Test
    @Tag("H-4")
    void whoWritesToAPathThatCannotBeReadIsInTheLog() {
        var refused = SCIM.delete("/Users/a%2Fb");

        refused.expectError(400, "");
        assertThat(TENANT.awaitEntry(refused).path("status").asString()).isEqualTo("failure");
    }

    @ParameterizedTest
    @Tag("H-9")
    @ValueSource(
            strings = {
                "/Users/%00",
                "/Users/%C3%28",
                "/Users/%5C",
                "/Users/..%2f..",
                "/Users?filter=%00",
                "/Users?filter=userName+eq+%22%C3%28%22&x=%25ZZ",
                "/Users?count=%ff",
                "/Users?attributes=%00,%ff"
            })
    void malformedEscapesAreNeverAFault(String path) {
        assertThat(SCIM.get(path).status()).isLessThan(500);
    }

    @Test
    @Tag("P3.2-2")
    @Tag("P3.2-3")
    @Tag("P3.11-1")
    void whatIsNotThere() {
        var user = "/Users/" + SCIM.createUser(name).id();

        SCIM.get("/Nothing").expectError(404, "");
        SCIM.post("/Nothing", "{}").expectError(404, "");
        assertThat(SCIM.post(user, "{}").expectError(405, "").header("Allow")).contains("PATCH");
        assertThat(SCIM.put("/Users", "{}").expectError(405, "").header("Allow")).contains("POST");
        SCIM.get("/Me").expectError(501, "");
        SCIM.post("/Me", "{}").expectError(501, "");
        assertThat(SCIM.get("/Bulk").expectError(405, "").header("Allow")).startsWith("POST");
    }

    @Test
    @Tag("H-10")
    void hostileBodiesAreRefused() {
        var open = "{\"userName\":\"" + name + "\",\"title\":";
        for (var value :
                new String[] {
                    "1e400",
                    "[".repeat(10_000) + "]".repeat(10_000),
                    "9".repeat(100_000),
                    "NaN",
                    "1,\"userName\":\"twice\""
                }) {
            assertThat(SCIM.post("/Users", open + value + "}").status())
                    .as(value.substring(0, 3))
                    .isEqualTo(400);
        }
        assertThat(SCIM.find("/Users", "userName eq \"" + name + "\"").totalResults()).isZero();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(RunningRollbook.shared().scimBase() + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static Answer send(HttpRequest.Builder request) {
        return SCIM.send(request.build());
    }
}
