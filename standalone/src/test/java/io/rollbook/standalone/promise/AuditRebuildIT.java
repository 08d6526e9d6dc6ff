package io.rollbook.standalone.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;

import org.junit.jupiter.api.Test;

/** The log that serves is what its events make. */
class AuditRebuildIT {

    private final RunningRollbook.Tenant tenant = RunningRollbook.shared().newTenant("entra");

    @Test
    void buildsTheSameLogWhileItServes() {
        var scim = tenant.scim();
        for (int i = 0; i < 20; i++) {
            scim.createUser("rebuilt-" + i);
        }
        var last = scim.post("/Users", "{\"userName\":\"rebuilt-1\"}").expect(409);
        tenant.awaitEntry(last);

        var report = RunningRollbook.shared().admin().post("/audit/rebuild", "{}").expect(200);

        assertThat(report.body().path("deviations").toString()).isEqualTo("[]");
        assertThat(report.body().path("identical").asBoolean()).isTrue();
        assertThat(report.body().path("events").asInt()).isGreaterThan(20);
    }
}
