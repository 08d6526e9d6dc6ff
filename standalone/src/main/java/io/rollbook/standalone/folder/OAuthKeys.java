package io.rollbook.standalone.folder;

import io.rollbook.embedded.OwnerFile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The keys that sign access tokens (RSA, PEM, mode 0600): one that signs, and for a time the one
 * before it, whose tokens stay good.
 */
record OAuthKeys(Path folder) {

    private static final int BITS = 2048;
    private static final int LINE = 64;

    /** The newest first; one is made at the first call. */
    List<Path> files() {
        if (OwnerFile.read(current()).isEmpty()) {
            OwnerFile.write(current(), newKey());
        }
        return Files.exists(previous()) ? List.of(current(), previous()) : List.of(current());
    }

    /** What signs now will only be accepted; what was only accepted is gone. */
    void change() {
        OwnerFile.read(current())
                .ifPresent(
                        key ->
                                OwnerFile.write(
                                        previous(), (key + "\n").getBytes(StandardCharsets.UTF_8)));
        OwnerFile.write(current(), newKey());
    }

    private Path current() {
        return folder.resolve("oauth-key.pem");
    }

    private Path previous() {
        return folder.resolve("oauth-key.previous.pem");
    }

    private static byte[] newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var key = generator.generateKeyPair().getPrivate().getEncoded();
            var text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key);
            return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                    .formatted(text)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }
}
