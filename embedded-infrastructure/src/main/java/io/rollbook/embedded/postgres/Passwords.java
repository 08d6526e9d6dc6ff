package io.rollbook.embedded.postgres;

import io.rollbook.embedded.OwnerFile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The random passwords of a server's roles: one file per role, readable by its owner only. */
final class Passwords {

    private static final int BYTES = 24;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Passwords(Path folder) {
        this.folder = folder;
    }

    /** The role's password; made at the first call. */
    String of(String role) {
        var file = fileOf(role);
        return OwnerFile.read(file).orElseGet(() -> created(file));
    }

    Path fileOf(String role) {
        return folder.resolve(role);
    }

    private String created(Path file) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        OwnerFile.write(file, password.getBytes(StandardCharsets.UTF_8));
        return password;
    }
}
