package io.rollbook.gateway.running;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

/** Certificates for localhost, and the two files that a server reads its own from. */
public final class TlsFiles {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    public TlsFiles(Path folder) {
        this.folder = folder;
    }

    /** A certificate with its key. */
    public record Pair(Certificate certificate, Key key) {}

    public static Pair newPair(Path folder) throws Exception {
        Path store = Files.createTempFile(folder, "pair", ".p12");
        Files.delete(store);
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "web",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost,ip:127.0.0.1",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        return read(store);
    }

    private static Pair read(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return new Pair(keys.getCertificate("web"), keys.getKey("web", PASSWORD.toCharArray()));
    }

    public Path certificate() {
        return folder.resolve("tls.crt");
    }

    public Path key() {
        return folder.resolve("tls.key");
    }

    public void install(Pair pair) throws Exception {
        installKey(pair);
        installCertificate(pair);
    }

    public void installCertificate(Pair pair) throws Exception {
        write(certificate(), "CERTIFICATE", pair.certificate().getEncoded());
    }

    public void installKey(Pair pair) throws Exception {
        write(key(), "PRIVATE KEY", pair.key().getEncoded());
    }

    /** At once, as whoever renews certificates should. */
    private void write(Path file, String type, byte[] content) throws IOException {
        String text =
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(
                                type,
                                Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(content));
        Path whole = Files.writeString(Files.createTempFile(folder, "new", ".pem"), text);
        Files.move(
                whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
