package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Gateway;
import io.rollbook.gateway.running.TlsFiles;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;

@Execution(ExecutionMode.CONCURRENT)
class TlsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private TlsFiles files;
    private TlsFiles.Pair first;
    private TlsFiles.Pair second;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        first = TlsFiles.newPair(folder);
        second = TlsFiles.newPair(folder);
        files = new TlsFiles(folder);
        files.install(first);
        gateway =
                new Gateway(
                        "--server.ssl.bundle=web",
                        "--spring.ssl.bundle.pem.web.keystore.certificate=file:"
                                + files.certificate(),
                        "--spring.ssl.bundle.pem.web.keystore.private-key=file:" + files.key(),
                        "--spring.ssl.bundle.pem.web.keystore.verify-keys=true",
                        "--spring.ssl.bundle.pem.web.reload-on-update=true",
                        "--spring.ssl.bundle.watch.file.quiet-period=1s");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void answersOverTlsAndFollowsItsFilesWithoutARestart() throws Exception {
        HttpResponse<String> answer = send(first);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(answer.sslSession().map(SSLSession::getProtocol)).contains("TLSv1.3");
        assertThat(served()).isEqualTo(first.certificate());

        files.install(second);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(served()).isEqualTo(second.certificate()));
        assertThat(send(second).statusCode()).isEqualTo(200);
    }

    /** A certificate and a key that do not belong together are not taken, and do no harm. */
    @Test
    void goesOnWithTheOldOnesUntilBothFilesAreThere() throws Exception {
        files.installCertificate(second);
        // The files are looked at one second after the last change at the earliest.
        Awaitility.await()
                .during(Duration.ofSeconds(4))
                .atMost(PATIENCE)
                .until(() -> served().equals(first.certificate()));

        files.installKey(second);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(served()).isEqualTo(second.certificate()));
    }

    private Certificate served() throws Exception {
        SSLSession session = send(first, second).sslSession().orElseThrow();
        return session.getPeerCertificates()[0];
    }

    /** Over a new connection. */
    private HttpResponse<String> send(TlsFiles.Pair... trusted) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (TlsFiles.Pair pair : trusted) {
            store.setCertificateEntry("c" + store.size(), pair.certificate());
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        try (HttpClient http = HttpClient.newBuilder().sslContext(tls).build()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "https://localhost:%d/actuator/health/readiness"
                                                    .formatted(gateway.port())))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
