package io.rollbook.standalone.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is refused by the thousand is in the log, but not by the thousand. */
class RefusedRequestsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern COUNTED =
            Pattern.compile("(\\d+) requests, (\\d+) of them writes,");

    private final RunningRollbook rollbook = RunningRollbook.shared();

    @Test
    void requestsBeyondALimitAreCountedInTheirTenantsLog() {
        var tenant = rollbook.newTenant("entra");
        var token =
                rollbook.admin()
                        .post(
                                "/tenants/" + tenant.name() + "/tokens",
                                "{\"connection\":\"limited\",\"role\":\"scim\"}")
                        .expect(201)
                        .text("/token");
        rollbook.admin()
                .put(
                        "/tenants/" + tenant.name() + "/connections/limited/settings",
                        "{\"limits\":{\"requestsPerSecond\":1,\"burst\":1}}")
                .expect(200);
        var scim = new ScimClient(rollbook.scimBase(), token);
        int refused = 0;
        for (int i = 0; refused < 50; i++) {
            refused += scim.post("/Users", ScimClient.user("u" + i)).status() == 429 ? 1 : 0;
        }

        long expected = refused;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counted(tenant.entries(), 2)).isEqualTo(expected));
        assertThat(counted(tenant.entries(), 1)).isEqualTo(expected);
        var entry = tenant.entries().stream().filter(one -> is(one, 429)).findFirst().orElseThrow();
        assertThat(entry.at("/target/type").asString()).isEqualTo("Connection");
        assertThat(entry.at("/actor/kind").asString()).isEqualTo("connection");
        assertThat(entry.path("status").asString()).isEqualTo("failure");
    }

    @Test
    void whoKnocksInVainIsInTheServersOwnLogWhichOnlyOperatorsRead() {
        var stranger = new ScimClient(rollbook.scimBase(), "nobody's token");
        for (int i = 0; i < 5; i++) {
            stranger.get("/Users").expect(401);
        }
        var secret = rollbook.adminSecret();
        var operator = new ScimClient(rollbook.base() + "/audit", secret);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var entries =
                                    operator.get("/entries?count=1000")
                                            .expect(200)
                                            .body()
                                            .path("entries")
                                            .valueStream()
                                            .filter(one -> is(one, 401))
                                            .toList();
                            assertThat(entries)
                                    .anySatisfy(
                                            one ->
                                                    assertThat(one.at("/refusal/detail").asString())
                                                            .contains("sent from 127.0.0.1"));
                            assertThat(counted(entries, 1)).isGreaterThanOrEqualTo(5);
                        });
        assertThat(rollbook.newTenant("entra").entries()).noneMatch(one -> is(one, 401));
        new ScimClient(rollbook.scimBase(), secret).get("/Users").expect(401);
    }

    private static long counted(List<JsonNode> entries, int group) {
        return entries.stream()
                .filter(one -> is(one, 429) || is(one, 401))
                .map(one -> COUNTED.matcher(one.at("/refusal/detail").asString()))
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(group)))
                .sum();
    }

    private static boolean is(JsonNode entry, int status) {
        return entry.at("/refusal/httpStatus").asInt() == status;
    }
}
