package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@ExtendWith(SharedCore.class)
class ConcurrentWritesIT {

    private final Core core;
    private final Tenant tenant;

    ConcurrentWritesIT(Core core, Tenant tenant) {
        this.core = core;
        this.tenant = tenant;
    }

    @Test
    void ofEightCreatorsOfOneNameExactlyOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            String body = "{\"userName\":\"Twin%d@acme.test\"}".formatted(round);
            var before = tenant.events().size();

            var statuses =
                    atOnce(
                                    IntStream.range(0, 8)
                                            .<Callable<ScimResponse>>mapToObj(
                                                    i -> () -> tenant.post("/Users", body))
                                            .toList())
                            .stream()
                            .map(ScimResponse::status)
                            .sorted()
                            .toList();

            assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
            assertThat(tenant.events().subList(before, tenant.events().size()))
                    .containsOnlyOnce("user.created")
                    .filteredOn("write.refused"::equals)
                    .hasSize(7);
        }
    }

    /** Half of the members leave and others join, all at once: through two nodes, too. */
    @Test
    void sixtyFourChangesOfOneGroupLoseNobody() throws Exception {
        var leaving = tenant.users("leaving", 32);
        var joining = tenant.users("joining", 32);
        var staying = tenant.users("staying", 3);
        var group = tenant.group("Busy", concat(leaving, staying));
        try (var otherNode = new Core(core.database())) {
            var there = new Tenant(otherNode, tenant.caller());
            var changes = new ArrayList<Callable<ScimResponse>>();
            for (int i = 0; i < 32; i++) {
                var node = i % 2 == 0 ? tenant : there;
                String out = leaving.get(i);
                String in = joining.get(i);
                changes.add(() -> node.remove(group, out));
                changes.add(() -> node.add(group, List.of(in)));
            }

            var responses = atOnce(changes);

            assertThat(responses).extracting(ScimResponse::status).containsOnly(204);
        }
        assertThat(tenant.membersOf(group))
                .containsExactlyElementsOf(new TreeSet<>(concat(joining, staying)));
        assertThat(tenant.eventsOf(group)).hasSize(2 + 64);
    }

    /** A node remembers what it changed last, and the other one has changed it since. */
    @Test
    void aChangeThroughAnotherNodeIsNotOverlooked() {
        var undone = tenant.group("Undone");
        var expected = tenant.group("Expected");
        var gone = tenant.group("Gone");
        try (var otherNode = new Core(core.database())) {
            var there = new Tenant(otherNode, tenant.caller());
            assertThat(rename(there, undone, "Done", Map.of()).status()).isEqualTo(204);
            assertThat(rename(there, expected, "Changed", Map.of()).status()).isEqualTo(204);
            assertThat(there.delete("/Groups/" + gone).status()).isEqualTo(204);
        }

        var second = Map.of("if-match", "W/\"2\"");
        assertThat(rename(tenant, undone, "Undone", Map.of()).status()).isEqualTo(204);
        assertThat(rename(tenant, expected, "Again", second).status()).isEqualTo(204);
        assertThat(rename(tenant, gone, "Back", Map.of()).status()).isEqualTo(404);
        assertThat(tenant.eventsOf(undone)).hasSize(3);
        assertThat(tenant.eventsOf(expected)).hasSize(3);
    }

    private static ScimResponse rename(
            Tenant node, String group, String name, Map<String, String> headers) {
        var body =
                Tenant.patchOf(
                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"%s\"}"
                                .formatted(name));
        return node.send(ScimMethod.PATCH, "/Groups/" + group, body, headers);
    }

    /** Neither may see the other's half only. */
    @Test
    void twoGroupsThatEnterEachOtherAtOnceNeverCloseACycle() throws Exception {
        for (int round = 0; round < 10; round++) {
            var one = tenant.group("One" + round);
            var two = tenant.group("Two" + round);

            var statuses =
                    atOnce(
                                    List.of(
                                            () -> tenant.add(one, List.of(two)),
                                            () -> tenant.add(two, List.of(one))))
                            .stream()
                            .map(ScimResponse::status)
                            .sorted()
                            .toList();

            assertThat(statuses).containsExactly(204, 400);
        }
    }

    /** Whichever comes first: nobody who is gone stays a member. */
    @Test
    void aUserWhoIsDeletedWhileItJoinsEndsInNoGroup() throws Exception {
        var group = tenant.group("Doors");
        for (int round = 0; round < 10; round++) {
            var user = tenant.user("passing" + round);

            var joined =
                    atOnce(
                                    List.of(
                                            () -> tenant.add(group, List.of(user)),
                                            () -> tenant.delete("/Users/" + user)))
                            .getFirst();

            assertThat(joined.status()).isIn(204, 400);
        }
        await().untilAsserted(() -> assertThat(tenant.membersOf(group)).isEmpty());
    }

    private static List<ScimResponse> atOnce(List<Callable<ScimResponse>> calls)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<ScimResponse>();
            for (Future<ScimResponse> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static List<String> concat(List<String> some, List<String> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
