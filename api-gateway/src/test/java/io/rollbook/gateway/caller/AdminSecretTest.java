package io.rollbook.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class AdminSecretTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir Path folder;

    @Test
    void bearerOfTheSecretIsAnOperatorWithoutATenant() throws Exception {
        AdminSecret secret = AdminSecret.ofFile(file(" " + SECRET + "\n"));

        Caller operator = secret.operatorWith(SECRET).orElseThrow();

        assertThat(operator.roles()).containsExactly(Role.ADMIN);
        assertThat(operator.tenantId()).isEmpty();
    }

    @Test
    void anythingElseIsNobody() throws Exception {
        AdminSecret secret = AdminSecret.ofFile(file(SECRET));

        assertThat(secret.operatorWith("")).isEmpty();
        assertThat(secret.operatorWith(SECRET + " ")).isEmpty();
        assertThat(secret.operatorWith(SECRET.substring(1))).isEmpty();
        assertThat(AdminSecret.none().operatorWith("")).isEmpty();
    }

    @Test
    void weakOrMissingSecretStopsTheStart() throws Exception {
        Path weak = file("short");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdminSecret.ofFile(weak))
                .withMessageContaining("at least 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdminSecret.ofFile(folder.resolve("none")))
                .withMessageContaining("rollbook.gateway.admin-secret-file");
    }

    private Path file(String content) throws Exception {
        return Files.writeString(folder.resolve("admin-secret"), content);
    }
}
