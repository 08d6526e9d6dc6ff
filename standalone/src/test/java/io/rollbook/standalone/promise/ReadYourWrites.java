package io.rollbook.standalone.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.client.ScimClient;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Rounds of create, get, find, change, get, delete, get; each read right after a write. */
public record ReadYourWrites(ScimClient scim) {

    /**
     * Fails at the first read that does not show the write before it; nothing is tried twice.
     *
     * @param atOnce how many rounds run side by side
     */
    public void play(int rounds, int atOnce) throws ExecutionException, InterruptedException {
        try (var clients = Executors.newFixedThreadPool(atOnce)) {
            var running =
                    IntStream.range(0, rounds)
                            .<Future<?>>mapToObj(round -> clients.submit(() -> play(round)))
                            .toList();
            for (var round : running) {
                round.get();
            }
        }
    }

    private void play(int round) {
        var userName = "round-" + round + "@contoso.example";
        var path = "/Users/" + scim.createUser(userName).id();
        assertThat(shown(path, "userName")).isEqualTo(userName);
        assertThat(found(userName)).isOne();

        scim.patch(path, "{\"op\":\"Replace\",\"path\":\"displayName\",\"value\":\"Changed\"}")
                .expect(200);
        assertThat(shown(path, "displayName")).isEqualTo("Changed");

        scim.delete(path).expect(204);
        scim.get(path).expect(404);
        assertThat(found(userName)).isZero();
    }

    private String shown(String path, String attribute) {
        return scim.get(path).expect(200).text("/" + attribute);
    }

    private int found(String userName) {
        return scim.find("/Users", "userName eq \"" + userName + "\"").expect(200).totalResults();
    }
}
