package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Gateway;
import io.rollbook.scim.error.ScimError;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

class BodiesIT {

    private static final int MEBIBYTE = 1 << 20;
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
    @Tag("P3.8-5")
    @ValueSource(
            strings = {
                "application/scim+json",
                "application/json",
                "application/scim+json; charset=utf-8",
                "Application/JSON;Charset=\"UTF-8\"",
                "application/json; odata=verbose"
            })
    void jsonIsReadUnderItsNames(String type) {
        assertThat(post(type, "{}").statusCode()).isEqualTo(200);
        assertThat(gateway.services.writes.request().body()).isEqualTo(new byte[] {'{', '}'});
    }

    @ParameterizedTest
    @Tag("P3.8-4")
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=iso-8859-1",
                "application/jsonx",
                "garbage"
            })
    void otherMediaTypesAreRefusedAndRecordedUnread(String type) {
        HttpResponse<String> answer = post(type, "secret");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
        assertThat(refusal().status()).isEqualTo(415);
        assertThat(gateway.services.writes.request().body()).isEmpty();
    }

    @Test
    void bodyWithoutAMediaTypeIsRefused() {
        HttpRequest.Builder request =
                gateway.scim("/scim/v2/Users").POST(BodyPublishers.ofString("{}"));

        assertThat(gateway.send(request).statusCode()).isEqualTo(415);
        assertThat(refusal().status()).isEqualTo(415);
    }

    @Test
    void compressedBodiesAreRefused() {
        HttpRequest.Builder request =
                gateway.scim("/scim/v2/Users")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(new byte[] {31, -117}));

        assertThat(gateway.send(request).statusCode()).isEqualTo(415);
        assertThat(refusal().detail()).contains("compressed");
    }

    @ParameterizedTest
    @CsvSource({
        "/scim/v2/Users, 1, false",
        "/scim/v2/Bulk, 1, false",
        "/scim/v2/Users, 1, true",
        "/scim/v2/Groups, 10, false",
        "/scim/v2/Groups/42, 10, true"
    })
    void bodiesAreTakenUpToTheirLimitAndNotAByteMore(String path, int limit, boolean chunked) {
        byte[] most = new byte[limit * MEBIBYTE];

        assertThat(put(path, most, chunked).statusCode()).isEqualTo(200);
        assertThat(gateway.services.writes.request().body()).hasSize(most.length);

        gateway.services.reset();
        assertThat(put(path, new byte[most.length + 1], chunked).statusCode()).isEqualTo(413);
        assertThat(refusal().status()).isEqualTo(413);
        assertThat(refusal().detail()).contains(Integer.toString(most.length));
        assertThat(gateway.services.writes.request().body()).isEmpty();
    }

    @Test
    @Tag("P3.7-7")
    void theLimitOfBulkRequestsIsNamedAsItIsPublished() {
        assertThat(put("/scim/v2/Bulk", new byte[MEBIBYTE + 1], false).statusCode()).isEqualTo(413);

        assertThat(refusal().detail()).contains("maxPayloadSize", "1048576");
    }

    @ParameterizedTest
    @Tag("P3.8-3")
    @ValueSource(strings = {"text/html", "application/xml, text/*", "application/scim+json;q=0"})
    void hopelessAcceptHeadersAreRefused(String accept) {
        HttpResponse<String> read =
                gateway.send(gateway.scim("/scim/v2/Users").header("Accept", accept));
        HttpResponse<String> write =
                gateway.send(gateway.scim("/scim/v2/Users/1").header("Accept", accept).DELETE());

        assertThat(read.statusCode()).isEqualTo(406);
        assertThat(write.statusCode()).isEqualTo(406);
        assertThat(gateway.services.reads.requests()).isEmpty();
        assertThat(refusal().status()).isEqualTo(406);
    }

    @ParameterizedTest
    @Tag("P3.8-2")
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/scim+json",
                "text/html, application/*;q=0.5",
                "text/html, */*;q=0.1",
                "nonsense"
            })
    void otherAcceptHeadersAreAnsweredWithScim(String accept) {
        HttpResponse<String> answer =
                gateway.send(gateway.scim("/scim/v2/Users").header("Accept", accept));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
    }

    private static ScimError refusal() {
        return gateway.services.writes.request().refusal();
    }

    private static HttpResponse<String> post(String type, String body) {
        return gateway.send(
                gateway.scim("/scim/v2/Users")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> put(String path, byte[] body, boolean chunked) {
        return gateway.send(
                gateway.scim(path)
                        .header("Content-Type", "application/scim+json")
                        .PUT(
                                chunked
                                        ? BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body))
                                        : BodyPublishers.ofByteArray(body)));
    }
}
