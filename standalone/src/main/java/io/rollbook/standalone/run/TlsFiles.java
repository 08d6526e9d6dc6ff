package io.rollbook.standalone.run;

import io.rollbook.standalone.Refusal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files that make the gateway answer over TLS. They are read again when they change; a
 * certificate and a key that do not belong together are not taken.
 *
 * @param certificate PEM: the server's certificate and what leads to its issuer
 * @param key PEM, PKCS #8, not encrypted
 */
public record TlsFiles(Path certificate, Path key) {

    public TlsFiles {
        certificate = readable(certificate);
        key = readable(key);
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw new Refusal("The file " + file + " of the TLS options cannot be read.");
        }
        return file.toAbsolutePath().normalize();
    }

    Map<String, Object> settings() {
        var bundle = "spring.ssl.bundle.pem.rollbook.";
        return Map.of(
                "server.ssl.bundle",
                "rollbook",
                bundle + "keystore.certificate",
                certificate.toUri().toString(),
                bundle + "keystore.private-key",
                key.toUri().toString(),
                bundle + "keystore.verify-keys",
                "true",
                bundle + "options.enabled-protocols",
                "TLSv1.3,TLSv1.2",
                bundle + "reload-on-update",
                "true",
                "spring.ssl.bundle.watch.file.quiet-period",
                "2s");
    }
}
