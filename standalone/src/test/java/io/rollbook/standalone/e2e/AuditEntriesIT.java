package io.rollbook.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** P6: every authenticated write request leaves exactly one entry. */
class AuditEntriesIT {

    private final TestTenant tenant = RunningRollbook.shared().newTenant();
    private final ScimClient scim = tenant.scim();
    private final ScimClient auditor = tenant.auditor();

    @Test
    void acceptedRefusedAndSkippedRequestsLeaveOneEntryEach() {
        var id = scim.post("/Users", Bodies.user("mia")).expect(201).id();
        scim.post("/Users", Bodies.user("mia")).expect(409);
        scim.patch("/Users/" + id, Bodies.replace("displayName", "\"New\"")).expect(200);
        scim.patch("/Users/" + id, Bodies.replace("displayName", "\"New\"")).expect(200);
        scim.post("/Users", "{not json").expect(400);
        scim.delete("/Users/" + id).expect(204);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(statusesOfTheConnection())
                                        .containsExactly(
                                                "success", "failure", "skipped", "success",
                                                "failure", "success"));
    }

    @Test
    void aTokenWithoutTheRoleMayNotRead() {
        scim.send("GET", "/audit/entries", "").expect(403);
    }

    /** Newest first, without what the operators did to set the tenant up. */
    private List<String> statusesOfTheConnection() {
        var page = auditor.send("GET", "/audit/entries", "").expect(200).json();
        return page.path("entries")
                .valueStream()
                .filter(entry -> entry.path("actor").path("kind").asString().equals("connection"))
                .map(entry -> entry.path("status").asString())
                .toList();
    }
}
