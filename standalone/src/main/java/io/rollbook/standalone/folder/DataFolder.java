package io.rollbook.standalone.folder;

import io.rollbook.embedded.OwnerFile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Everything that one Rollbook keeps. */
public record DataFolder(Path path) {

    private static final int SECRET_BYTES = 32;

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    public Path kafka() {
        return path.resolve("kafka");
    }

    public Path log() {
        return path.resolve("log/rollbook.log");
    }

    public Path adminSecretFile() {
        return path.resolve("admin-secret");
    }

    /** The key of cursors; made at the first call, so that cursors outlive a restart. */
    public Path cursorKeyFile() {
        return keyFile("cursor-key");
    }

    /** What webhooks are signed with; made at the first call. */
    public Path webhookKeyFile() {
        return keyFile("webhook-key");
    }

    private Path keyFile(String name) {
        var file = path.resolve(name);
        if (OwnerFile.read(file).isEmpty()) {
            writeSecret(file, Base64.getEncoder());
        }
        return file;
    }

    /** Empty when no Rollbook was ever started here. */
    public Optional<String> adminSecret() {
        return OwnerFile.read(adminSecretFile());
    }

    /** The secret that opens the administration API; made at the first call. */
    public String adminSecretOrNew() {
        return adminSecret().orElseGet(this::newAdminSecret);
    }

    /** The keys that sign access tokens, the newest first; one is made at the first call. */
    public List<Path> oauthKeyFiles() {
        return new OAuthKeys(path).files();
    }

    /** From the next start on access tokens are signed with a new key; the old is accepted. */
    public void changeOAuthKey() {
        new OAuthKeys(path).change();
    }

    /** Signed checkpoints of the log; to be copied to another machine. */
    public Path checkpoints() {
        return path.resolve("audit");
    }

    private Path signingKeyFile() {
        return path.resolve("audit-key");
    }

    private Path previousSigningKeyFile() {
        return path.resolve("audit-key.previous");
    }

    /** The key that signs the log; made at the first call. */
    public String signingKeyOrNew() {
        return OwnerFile.read(signingKeyFile()).orElseGet(this::newSigningKey);
    }

    /** The key before, if the key was changed. */
    public Optional<String> previousSigningKey() {
        return OwnerFile.read(previousSigningKeyFile());
    }

    /** From the next start on the log is signed with a new key, for which the old one vouches. */
    public void changeSigningKey() {
        var old = signingKeyOrNew();
        OwnerFile.write(previousSigningKeyFile(), old.getBytes(StandardCharsets.UTF_8));
        newSigningKey();
    }

    private String newSigningKey() {
        return writeSecret(signingKeyFile(), Base64.getEncoder());
    }

    private String newAdminSecret() {
        return writeSecret(adminSecretFile(), Base64.getUrlEncoder().withoutPadding());
    }

    private static String writeSecret(Path file, Base64.Encoder encoder) {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = encoder.encodeToString(bytes);
        OwnerFile.write(file, secret.getBytes(StandardCharsets.UTF_8));
        return secret;
    }
}
