package io.rollbook.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL away: nothing is acknowledged that could be lost. Kafka away: writes go on. */
@Execution(ExecutionMode.CONCURRENT)
class OutagesIT {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @TempDir private static Path folder;

    private static Standalone standalone;
    private static ScimClient scim;
    private static ScimClient health;

    @BeforeAll
    static void start() {
        standalone =
                new Standalone(
                        new StartOptions(new DataFolder(folder), 0, 0, 0)
                                .with(RunningRollbook.HARDLY_LIMITED));
        scim = standalone.start(OutagesIT::clientBeforeReady);
    }

    private static ScimClient clientBeforeReady(RunningInstance instance) {
        try (var administration = standalone.administration(instance)) {
            var token = FirstToken.make(administration);
            var base = "http://localhost:" + instance.port();
            health = new ScimClient(base + "/actuator/health", "");
            // Whoever waits for readiness wants to find the first token.
            ready().expect(503);
            return new ScimClient(base + "/scim/v2", token.token());
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void isReadyOnceTheStartIsComplete() {
        await().atMost(RECOVERY).until(() -> ready().status() == 200);
    }

    @AfterAll
    static void stop() {
        standalone.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void withoutPostgresWritesAreRefusedForNowAndNothingIsLost() {
        var before = scim.createUser("before").id();
        standalone.servers().postgres().pause();
        var refused = scim.post("/Users", ScimClient.user("refused")).expect(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        // The page keeps an answer for a moment, see HealthProbe.
        await().atMost(RECOVERY).until(() -> ready().status() == 503);

        standalone.servers().postgres().resume();
        await().atMost(RECOVERY).until(() -> ready().status() == 200);
        scim.get("/Users/" + before).expect(200);
        var id = scim.createUser("refused").id();
        scim.get("/Users/" + id).expect(200);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void withoutKafkaWritesGoOnAndAreShownWhenItIsBack() {
        standalone.servers().kafka().pause();
        var id = scim.createUser("meanwhile").id();
        scim.post("/Users", ScimClient.user("meanwhile")).expect(409);

        standalone.servers().kafka().resume();
        await().atMost(RECOVERY).until(() -> scim.get("/Users/" + id).status() == 200);
        await().atMost(RECOVERY).until(() -> ready().status() == 200);
        scim.delete("/Users/" + id).expect(204);
        scim.get("/Users/" + id).expect(404);
    }

    private static Answer ready() {
        return health.get("/readiness");
    }
}
