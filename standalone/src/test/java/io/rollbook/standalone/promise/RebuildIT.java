package io.rollbook.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** P8: the read models can be rebuilt while the service answers. */
class RebuildIT {

    private final TestTenant tenant = RunningRollbook.shared().newTenant();
    private final ScimClient scim = tenant.scim();

    @Test
    void rebuildsWhileItServesAndEndsWithTheSameRows() throws Exception {
        for (int i = 0; i < 50; i++) {
            var id = scim.post("/Users", Bodies.user("user-" + i)).expect(201).id();
            scim.patch("/Users/" + id, Bodies.replace("title", "\"Changed\"")).expect(200);
        }
        var before = scim.get("/Users?count=100").expect(200).json();

        var rebuilt = new AtomicBoolean();
        try (var reader = Executors.newSingleThreadExecutor()) {
            var reads =
                    reader.submit(
                            () -> {
                                while (!rebuilt.get()) {
                                    assertThat(scim.get("/Users?count=100").expect(200).json())
                                            .isEqualTo(before);
                                }
                            });
            try {
                tenant.rollbook().admin().rebuildProjections();
            } finally {
                rebuilt.set(true);
            }
            reads.get();
        }
        assertThat(scim.get("/Users?count=100").expect(200).json()).isEqualTo(before);
        scim.post("/Users", Bodies.user("afterwards")).expect(201);
    }
}
