package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Gateway;
import io.rollbook.gateway.running.RawConnection;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.http.HttpResponse;

class PublicAddressIT {

    private static Gateway behindProxy;
    private static Gateway direct;

    @BeforeAll
    static void start() {
        behindProxy = new Gateway("--rollbook.gateway.trusted-proxies=10.0.0.0/8,127.0.0.0/8");
        direct = new Gateway("--rollbook.gateway.trusted-proxies=10.0.0.0/8");
    }

    @AfterAll
    static void stop() {
        behindProxy.close();
        direct.close();
    }

    @BeforeEach
    void reset() {
        behindProxy.services.reset();
        direct.services.reset();
    }

    @ParameterizedTest
    @Tag("H-3")
    @Tag("Trap-15")
    @CsvSource({
        "scim.example, 'X-Forwarded-Proto: https', https://scim.example",
        "inner:8080, 'X-Forwarded-Proto: https\nX-Forwarded-Host: scim.example',"
                + " https://scim.example",
        "inner, 'X-Forwarded-Proto: https\nX-Forwarded-Host: a.example, b.example',"
                + " https://a.example",
        "inner, 'X-Forwarded-Proto: https\nX-Forwarded-Host: a.example\nX-Forwarded-Port: 8443',"
                + " https://a.example:8443",
        "inner, 'X-Forwarded-Proto: https\nX-Forwarded-Host: a.example:444\nX-Forwarded-Port: 1',"
                + " https://a.example:444",
        "inner, 'X-Forwarded-Proto: https\nX-Forwarded-Host: a.example:443', https://a.example",
        "inner:80, 'X-Forwarded-For: 1.2.3.4', http://inner",
        "inner, 'X-Forwarded-Proto: gopher\nX-Forwarded-Host: a/b?c', http://inner",
        "'[::1]:8080', 'X-Forwarded-Port: 99999999', 'http://[::1]:8080'"
    })
    void trustedProxyTellsTheAddress(String host, String headers, String expected)
            throws IOException {
        ask(behindProxy, host, headers);

        assertThat(behindProxy.services.reads.request().baseUri()).isEqualTo(expected + "/scim/v2");
    }

    @Test
    @Tag("H-3")
    void strangersHeadersAreNotBelieved() throws IOException {
        ask(direct, "own.example:8080", "X-Forwarded-Proto: https\nX-Forwarded-Host: evil.example");

        assertThat(direct.services.reads.request().baseUri())
                .isEqualTo("http://own.example:8080/scim/v2");
    }

    @Test
    @Tag("H-3")
    @Tag("Trap-15")
    void configuredAddressWins() throws IOException {
        try (Gateway fixed = new Gateway("--rollbook.gateway.public-url=https://scim.example")) {
            HttpResponse<String> answer = fixed.send(fixed.scim("/scim/Users"));

            assertThat(fixed.services.reads.request().baseUri())
                    .isEqualTo("https://scim.example/scim/v2");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    private static void ask(Gateway gateway, String host, String headers) throws IOException {
        try (RawConnection connection = new RawConnection(gateway.port())) {
            connection
                    .say(
                            "GET /scim/v2/Users HTTP/1.1\nHost: %s\n%s\nAuthorization: Bearer %s\n"
                                            .formatted(host, headers, gateway.services.scimToken)
                                    + "Connection: close\n\n")
                    .hear();
        }
    }
}
