package io.rollbook.standalone.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** P8: the read models can be rebuilt while the service answers. */
class RebuildIT {

    private final ScimClient scim = RunningRollbook.shared().newTenant("entra").scim();

    @Test
    void rebuildsWhileItServesAndEndsWithTheSameRows() throws Exception {
        for (int i = 0; i < 50; i++) {
            var id = scim.createUser("user-" + i).id();
            scim.patch(
                            "/Users/" + id,
                            "{\"op\":\"Replace\",\"path\":\"title\",\"value\":\"Changed\"}")
                    .expect(200);
        }
        var before = scim.get("/Users?count=100").expect(200).body();

        var rebuilt = new AtomicBoolean();
        try (var reader = Executors.newSingleThreadExecutor()) {
            var reads =
                    reader.submit(
                            () -> {
                                while (!rebuilt.get()) {
                                    assertThat(scim.get("/Users?count=100").expect(200).body())
                                            .isEqualTo(before);
                                }
                            });
            try {
                var report = RunningRollbook.shared().admin().post("/projections/rebuild", "{}");
                report.expect(200);
            } finally {
                rebuilt.set(true);
            }
            reads.get();
        }
        assertThat(scim.get("/Users?count=100").expect(200).body()).isEqualTo(before);
        scim.createUser("afterwards");
    }
}
