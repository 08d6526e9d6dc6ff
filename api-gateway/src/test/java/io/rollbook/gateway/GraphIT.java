package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.gateway.running.Gateway;
import io.rollbook.scim.seam.BodyStream;
import io.rollbook.scim.seam.ScimResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The log in Graph's shape, seen from outside: its addresses, its refusals, its large bodies. */
class GraphIT {

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
    @CsvSource({
        "/auditLogs/provisioning, /provisioning, /auditLogs",
        "/auditLogs/provisioning/42, /provisioning/42, /auditLogs",
        "/auditLogs/provisioning('42'), /provisioning('42'), /auditLogs",
        "/v1.0/auditLogs/provisioning, /provisioning, /v1.0/auditLogs",
    })
    void leadsToTheLog(String sent, String path, String base) {
        gateway.send(gateway.bearer(sent + "?$top=2&$filter=a+b", gateway.services.auditToken));

        var request = gateway.services.auditLog.request();
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.query()).isEqualTo("$top=2&$filter=a+b");
        assertThat(request.baseUri()).isEqualTo(gateway.uri(base).toString());
    }

    @Test
    void refusesInODataForm() {
        var path = "/auditLogs/provisioning";
        assertThat(gateway.send(gateway.open(path)).body())
                .isEqualTo(
                        """
                        {"error":{"code":"InvalidAuthenticationToken",\
                        "message":"A valid bearer token is needed."}}\
                        """);
        assertThat(gateway.send(gateway.scim(path)).statusCode()).isEqualTo(403);
        var post =
                gateway.bearer(path, gateway.services.auditToken)
                        .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(gateway.send(post).statusCode()).isEqualTo(405);
        assertThat(gateway.services.auditLog.requests()).isEmpty();
    }

    @Test
    void sendsABodyWhileItIsMade() {
        gateway.services.auditLog.answers(
                request ->
                        ScimResponse.streamed(
                                200,
                                Map.of("Content-Type", "application/zip"),
                                new Chunks(5_000, Integer.MAX_VALUE)));

        var download =
                gateway.bearer("/auditLogs/provisioning/download", gateway.services.auditToken)
                        .header("Accept", "application/zip");
        var answer = gateway.send(download);

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.body()).hasSize(5_000 * Chunks.SIZE);
    }

    /** A part must not look like the whole. */
    @Test
    void breaksTheConnectionOffWhenABodyFails() {
        gateway.services.auditLog.answers(
                request -> ScimResponse.streamed(200, Map.of(), new Chunks(5_000, 4_000)));

        var download =
                gateway.bearer("/auditLogs/provisioning/download", gateway.services.auditToken);

        assertThatThrownBy(() -> gateway.send(download)).isInstanceOf(UncheckedIOException.class);
    }

    private record Chunks(int count, int failAt) implements BodyStream {

        private static final int SIZE = 100;

        @Override
        public void writeTo(OutputStream out) throws IOException {
            for (int i = 0; i < count; i++) {
                if (i == failAt) {
                    throw new IllegalStateException("the source is gone");
                }
                out.write("x".repeat(SIZE).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
