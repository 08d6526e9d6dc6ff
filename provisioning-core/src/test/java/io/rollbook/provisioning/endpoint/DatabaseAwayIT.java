package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.rollbook.embedded.postgres.EmbeddedPostgres;
import io.rollbook.provisioning.CoreDatabase;
import io.rollbook.provisioning.testing.Core;
import io.rollbook.scim.seam.Unavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DatabaseAwayIT {

    /** Also what changes nothing: it could not be recorded. */
    @Test
    void nothingIsAnsweredThatCouldNotBeStoredAndAllGoesOnLater() {
        try (var postgres = EmbeddedPostgres.startTemporary();
                var database = impatient(postgres);
                var core = new Core(database)) {
            var tenant = core.tenant("acme");
            var user = tenant.user("before");
            postgres.pause();

            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> tenant.user("during"));
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> tenant.post("/Users", "not JSON"));
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> core.tokens().callerOf("0".repeat(64)));

            postgres.resume();
            // A connection that the server closed may still be in the pool.
            await().ignoreException(Unavailable.class)
                    .until(() -> tenant.delete("/Users/" + user).status() == 204);
            assertThat(tenant.post("/Users", "{\"userName\":\"during\"}").status()).isEqualTo(201);
            assertThat(tenant.count("write.refused")).isZero();
        }
    }

    /** Whoever is refused waits for a connection first. */
    private static CoreDatabase impatient(EmbeddedPostgres server) {
        var database = new CoreDatabase(server, "away");
        database.pool().setConnectionTimeout(2_000);
        return database;
    }
}
