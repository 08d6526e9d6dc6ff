package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Gateway;
import io.rollbook.gateway.running.RawConnection;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;

class HostileClientsIT {

    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = new Gateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.services.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\n\n",
                "GE(T /scim/v2/Users HTTP/1.1\nHost: h\n\n",
                "GET /scim/v2/U{s}ers HTTP/1.1\nHost: h\n\n",
                "GET /scim/v2/Users HTTP/1.1\n\n",
                "GET /scim/v2/Users HTTP/1.1\nHost: a\nHost: b\n\n",
                "GET /scim/v2/Users HTTP/1.1\nHost: h<script>\n\n",
                "GET /scim/v2/Users HTTP/1.1\nHost: h\nBad Header: x\n\n",
                "GET /scim/v2/../../admin HTTP/1.1\nHost: h\nConnection: close\n\n",
                "GET /scim/v2/%zz HTTP/1.1\nHost: h\n\n",
                "POST /scim/v2/Users HTTP/1.1\nHost: h\nContent-Length: -1\n\n",
                "POST /scim/v2/Users HTTP/1.1\nHost: h\nContent-Length: 1\nContent-Length: 2\n\n",
                "POST /scim/v2/Users HTTP/1.1\nHost: h\nContent-Length: 4, 4\n\n0\n\n",
                "POST /scim/v2/Users HTTP/1.1\nHost: h\nContent-Length: 0x4\n\n0\n\n",
                "POST /scim/v2/Users HTTP/1.1\nHost: h\nTransfer-Encoding : chunked\n\n0\n\n",
                "GET http://other/scim/v2/Users HTTP/1.1\nHost: h\n\n",
                "GET /scim/v2/Users HTTP/1.1\nHost: h\nX: a\u0000b\n\n"
            })
    void malformedRequestsAreTheClientsFault(String request) throws IOException {
        String answer = talk(request);

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer).containsIgnoringCase("Content-Type: application/scim+json");
        assertThat(answer).contains("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(answer).contains("X-Request-Id").doesNotContain("Tomcat");
    }

    @Test
    void manyHeadersAreRefused() throws IOException {
        StringBuilder flood = new StringBuilder("GET /scim/v2/Users HTTP/1.1\nHost: h\n");
        for (int i = 0; i < 100; i++) {
            flood.append("X-").append(i).append(": x\n");
        }

        assertThat(talk(flood + "\n")).startsWith("HTTP/1.1 4").contains("application/scim+json");
    }

    @Test
    void hugeHeaderIsRefused() throws IOException {
        String request =
                "GET /scim/v2/Users HTTP/1.1\nHost: h\nX: %s\n\n".formatted("x".repeat(40_000));

        assertThat(talk(request)).startsWith("HTTP/1.1 4").contains("application/scim+json");
    }

    @Test
    void longFilterStillFits() throws IOException {
        String request =
                "GET /scim/v2/Users?filter=%s HTTP/1.1\nHost: h\nAuthorization: Bearer %s\n"
                                .formatted("%20".repeat(8192), gateway.services.scimToken)
                        + "Connection: close\n\n";

        assertThat(talk(request)).startsWith("HTTP/1.1 200");
    }

    @Test
    void filterCharactersMayComeUnencoded() throws IOException {
        String query = "filter=emails[type+eq+\"work\"].value+eq+\"a\"";
        String request =
                "GET /scim/v2/Users?%s HTTP/1.1\nHost: h\nAuthorization: Bearer %s\n"
                                .formatted(query, gateway.services.scimToken)
                        + "Connection: close\n\n";

        assertThat(talk(request)).startsWith("HTTP/1.1 200");
        assertThat(gateway.services.reads.request().query()).isEqualTo(query);
    }

    @Test
    void bodyThatEndsEarlyIsRecordedAsRefused() throws IOException {
        try (RawConnection connection = new RawConnection(gateway.port())) {
            connection.say(head("Content-Length: 100") + "{\"userName\"").endOfSpeech();
            connection.hear();
        }

        assertIncompleteBodyIsRecorded();
    }

    @Test
    void brokenChunkIsRecordedAsRefused() throws IOException {
        assertThat(talk(head("Transfer-Encoding: chunked") + "zz\n{}\n0\n\n"))
                .startsWith("HTTP/1.1 400");

        assertIncompleteBodyIsRecorded();
    }

    @Test
    void smuggledSecondRequestIsNotAnswered() throws IOException {
        String request =
                head("Content-Length: 4\nTransfer-Encoding: chunked")
                        + "0\n\nGET /scim/v2/Users HTTP/1.1\nHost: h\nAuthorization: Bearer %s\n\n"
                                .formatted(gateway.services.scimToken);

        talk(request);

        assertThat(gateway.services.reads.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\nTransfer-Encoding:\n chunked",
                "Content-Length: 4\nTransfer-Encoding: xchunked",
                "Content-Length: 4\nTransfer-Encoding: chunked, identity",
                "Content-Length: 4\nTransfer-Encoding: identity, chunked",
                "Content-Length: 4\nTransfer-Encoding: chunked\nTransfer-Encoding: identity",
                "Content-Length: 4\nTransfer-Encoding: \tchunked",
                "Content-Length: 4\nTransfer_Encoding: chunked\nTransfer-Encoding: chunked"
            })
    void whatTwoServersCouldReadDifferentlyHidesNoSecondRequest(String framing) throws IOException {
        String hidden =
                "GET /scim/v2/Users HTTP/1.1\nHost: h\nAuthorization: Bearer %s\n\n"
                        .formatted(gateway.services.scimToken);

        talk(head(framing) + "0\n\n" + hidden);

        assertThat(gateway.services.reads.requests()).isEmpty();
    }

    @Test
    void endlessChunkExtensionIsRefused() throws IOException {
        talk(head("Transfer-Encoding: chunked") + "2;" + "x".repeat(20_000) + "\n{}\n0\n\n");

        assertIncompleteBodyIsRecorded();
    }

    @Test
    void endlessTrailersAreRefused() throws IOException {
        talk(head("Transfer-Encoding: chunked") + "2\n{}\n0\nX: " + "x".repeat(20_000) + "\n\n");

        assertIncompleteBodyIsRecorded();
    }

    /** Each byte comes long before the container's own time-out between two bytes. */
    @Test
    void headThatDripsIsGivenUp() throws IOException {
        try (Gateway punctual = new Gateway("--rollbook.limits.head-timeout=1s");
                RawConnection connection = new RawConnection(punctual.port())) {
            connection.say("GET /scim/v2/Users HTTP/1.1\nHost: h\nX: ");

            Awaitility.await()
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> isGivenUp(connection));
            assertThat(punctual.services.reads.requests()).isEmpty();
        }
    }

    private static boolean isGivenUp(RawConnection connection) {
        try {
            connection.say("x");
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void strangerIsRefusedBeforeTheBodyIsAskedFor() throws IOException {
        String answer =
                talk(
                        "POST /scim/v2/Users HTTP/1.1\nHost: h\nContent-Length: 100\n"
                                + "Expect: 100-continue\n\n");

        assertThat(answer).startsWith("HTTP/1.1 401").doesNotContain("100 Continue");
    }

    @Test
    void traceIsNotAllowed() throws IOException {
        assertThat(talk("TRACE /scim/v2/Users HTTP/1.1\nHost: h\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 4");
    }

    private static void assertIncompleteBodyIsRecorded() {
        Awaitility.await().until(() -> !gateway.services.writes.requests().isEmpty());
        assertThat(gateway.services.writes.request().refusal())
                .isNotNull()
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
        assertThat(gateway.services.writes.request().body()).isEmpty();
    }

    private static String head(String framing) {
        return "POST /scim/v2/Users HTTP/1.1\nHost: h\nAuthorization: Bearer %s\n"
                        .formatted(gateway.services.scimToken)
                + "Content-Type: application/scim+json\n%s\n\n".formatted(framing);
    }

    private static String talk(String request) throws IOException {
        try (RawConnection connection = new RawConnection(gateway.port())) {
            return connection.say(request).hear();
        }
    }
}
