package io.rollbook.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The whole of it over HTTPS: its own commands trust the certificate of the file and no other. */
@Execution(ExecutionMode.CONCURRENT)
class TlsIT {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Fatal (2) and protocol_version (70), RFC 5246 §7.2. */
    private static final String ALERT_PROTOCOL_VERSION = "0246";

    /** A ClientHello that offers TLS 1.1 at most; the JDK's own client would not send it. */
    private static final String HELLO_TLS_11 =
            "160301002d" + "01000029" + "0302" + "5c".repeat(32) + "00" + "0002c013" + "0100";

    @TempDir private Path folder;

    @Test
    @Tag("P2-5")
    void speaksHttpsWithItsOwnCommandsToo() throws Exception {
        var certificate = folder.resolve("tls.crt");
        var key = folder.resolve("tls.key");
        install(certificate, key);
        var data = new DataFolder(folder.resolve("data"));
        var options =
                new StartOptions(data, 0, 0, 0).with(Optional.of(new TlsFiles(certificate, key)));
        try (var standalone = new Standalone(options)) {
            var instance = standalone.start();
            assertThat(instance.base()).hasScheme("https");
            assertThat(answerToTls11(instance.base())).isEqualTo(ALERT_PROTOCOL_VERSION);
            assertThat(RunningInstance.of(data)).contains(instance);
            try (var administration = standalone.administration(instance)) {
                administration.createTenant("contoso");
            }

            install(certificate, key);

            // Until the server has read its new files, its commands refuse the old certificate.
            await().atMost(Duration.ofSeconds(60))
                    .ignoreException(Refusal.class)
                    .untilAsserted(
                            () -> {
                                try (var administration = standalone.administration(instance)) {
                                    assertThat(administration.tenants()).isNotEmpty();
                                }
                            });
        }
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        assertThatThrownBy(() -> new TlsFiles(folder.resolve("none.crt"), folder.resolve("k")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("none.crt");
    }

    /** The content of the alert. */
    private static String answerToTls11(URI base) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(HexFormat.of().parseHex(HELLO_TLS_11));
            var record = socket.getInputStream().readNBytes(7);
            assertThat(record[0]).as("a record of type alert").isEqualTo((byte) 21);
            return HexFormat.of().formatHex(record, 5, 7);
        }
    }

    private void install(Path certificate, Path key) throws Exception {
        var store = folder.resolve("pair-" + System.nanoTime() + ".p12");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "web",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=scim.contoso.example",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(keytool.waitFor()).isZero();
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        write(key, "PRIVATE KEY", keys.getKey("web", PASSWORD).getEncoded());
        write(certificate, "CERTIFICATE", keys.getCertificate("web").getEncoded());
    }

    private static void write(Path file, String type, byte[] content) throws Exception {
        var text =
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(type, Base64.getMimeEncoder().encodeToString(content));
        var whole = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
