package io.rollbook.gateway.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.gateway.running.Gateway;
import io.rollbook.gateway.running.KeyFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class OAuthSettingsIT {

    @Test
    void withoutAKeyThereIsNoOAuth() {
        try (var gateway = new Gateway()) {
            for (var path :
                    new String[] {
                        "/oauth2/jwks", "/oauth2/token", "/.well-known/oauth-authorization-server"
                    }) {
                assertThat(gateway.send(gateway.open(path)).statusCode()).isEqualTo(404);
            }
            assertThat(gateway.send(gateway.bearer("/scim/v2/Users", "eyJ.eyJ.x")).statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "token-lifetime=7h, rollbook.oauth.token-lifetime must be",
        "issuers.timeout=0s, rollbook.oauth.issuers.timeout must be",
        "issuers.keys-kept-for=1s, rollbook.oauth.issuers.keys-kept-for must be",
        "issuers.max-document=1GB, rollbook.oauth.issuers.max-document must be",
        "key-files=/nowhere, cannot be read",
        "keys-file=/nowhere, rollbook.oauth.keys-file",
    })
    void unsafeOrUnknownSettingStopsTheStart(String setting, String sentence) {
        assertThatThrownBy(() -> new Gateway("--rollbook.oauth." + setting))
                .hasStackTraceContaining(sentence);
    }

    @Test
    void aFileWithoutAStrongKeyStopsTheStart() {
        for (var file : new Path[] {KeyFile.ofBits(1024), KeyFile.with("not a key")}) {
            assertThatThrownBy(() -> new Gateway("--rollbook.oauth.key-files=" + file))
                    .hasStackTraceContaining("must hold an RSA private key of at least 2048 bits");
        }
    }
}
