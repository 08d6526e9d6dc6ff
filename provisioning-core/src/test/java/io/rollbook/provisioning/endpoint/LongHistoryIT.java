package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.CoreDatabase;
import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Tenant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** A user that was changed often is not read from its first event on. */
class LongHistoryIT {

    private static final int CHANGES = 70;

    private static Core core;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        core = new Core(new CoreDatabase("long_history"));
        tenant = core.tenant("acme");
    }

    @AfterAll
    static void stop() {
        core.close();
        core.database().close();
    }

    @Test
    void aUserIsLoadedFromItsSnapshot() {
        var id = tenant.user("often");
        for (int i = 0; i < CHANGES; i++) {
            assertThat(setTitle(id, "title " + i)).contains("\"title\":\"title " + i + "\"");
        }
        assertThat(
                        tenant.query(
                                "select sequence_number from snapshot where aggregate like ?",
                                "%" + id))
                .containsExactly("63");
        // What the snapshot holds would otherwise come from events that are no longer needed.
        forgetEventsBefore(id, 64);
        var answer = setTitle(id, "the last");
        assertThat(answer).contains("\"userName\":\"often\"", "\"title\":\"the last\"");
        assertThat(answer).contains("W/\\\"" + (CHANGES + 2) + "\\\"");
        assertThat(tenant.delete("/Users/" + id).status()).isEqualTo(204);
        assertThat(tenant.delete("/Users/" + id).status()).isEqualTo(404);
    }

    private static String setTitle(String id, String title) {
        var response =
                tenant.patch(
                        "/Users/" + id,
                        "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"" + title + "\"}");
        assertThat(response.status()).isEqualTo(200);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static void forgetEventsBefore(String id, int sequence) {
        core.database()
                .inTenant(
                        tenant.id(),
                        () ->
                                core.database()
                                        .jdbc()
                                        .sql(
                                                """
                                                delete from event
                                                where aggregate like ? and sequence_number < ?
                                                """)
                                        .params("%" + id, sequence)
                                        .update());
    }
}
