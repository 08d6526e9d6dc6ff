package io.rollbook.provisioning.administration.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.TokenText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(SharedCore.class)
class TenantLifeIT {

    private static final Duration TWO_MONTHS = Duration.ofDays(60);

    private final Core core;
    private final Tenant tenant;
    private final String path;

    TenantLifeIT(Core core, Tenant tenant) {
        this.core = core;
        this.tenant = tenant;
        this.path = "/tenants/" + tenant.id();
    }

    @Test
    void aSuspendedTenantIsLockedOutUntilItIsResumed() {
        var hash = TokenText.hash(post(path + "/tokens").path("token").asString());

        assertThat(post(path + "/suspend").path("status").asString()).isEqualTo("suspended");
        assertThat(core.tokens().callerOf(hash).orElseThrow().terms().lockedOut()).isTrue();
        assertThat(post(path + "/suspend").path("status").asString()).isEqualTo("suspended");
        assertThat(post(path + "/resume").path("status").asString()).isEqualTo("active");
        assertThat(core.tokens().callerOf(hash).orElseThrow().terms().lockedOut()).isFalse();
        assertThat(tenant.count("tenant.suspended")).isEqualTo(1);
        assertThat(tenant.count("tenant.resumed")).isEqualTo(1);
    }

    @Test
    void aDeletedTenantCanBeRestored() {
        var hash = TokenText.hash(post(path + "/tokens").path("token").asString());

        var deleted = core.administer(ScimMethod.DELETE, path, "");

        assertThat(deleted.status()).isEqualTo(202);
        assertThat(Json.of(deleted.body()).path("status").asString()).isEqualTo("deleting");
        assertThat(Instant.parse(Json.of(deleted.body()).path("deletionEndsAt").asString()))
                .isAfter(Instant.now().plus(Duration.ofDays(29)));
        assertThat(core.tokens().callerOf(hash).orElseThrow().terms().lockedOut()).isTrue();
        assertThat(core.administer(ScimMethod.POST, path + "/resume", "").status()).isEqualTo(409);

        core.bean(TenantDeletion.class).workOff(Instant.now());

        assertThat(post(path + "/restore").path("status").asString()).isEqualTo("active");
        assertThat(core.tokens().callerOf(hash).orElseThrow().terms().lockedOut()).isFalse();
    }

    @Test
    void aTenantWhoseTimeIsOverIsGoneAndItsNameIsFree() {
        var hash = TokenText.hash(post(path + "/tokens").path("token").asString());
        tenant.group("Everybody", tenant.users("u", 3));
        var name = Json.of(core.administer(ScimMethod.GET, path, "").body()).path("name");
        core.administer(ScimMethod.DELETE, path, "");

        core.bean(TenantDeletion.class).workOff(Instant.now().plus(TWO_MONTHS));

        assertThat(core.administer(ScimMethod.GET, path, "").status()).isEqualTo(404);
        assertThat(core.administer(ScimMethod.POST, path + "/restore", "").status()).isEqualTo(404);
        assertThat(core.tokens().callerOf(hash)).isEmpty();
        assertThat(
                        tenant.query(
                                """
                                select id from resource_register where id <> ?
                                union all select member from membership_register
                                union all select name from connection_register
                                union all select token from token_register
                                """,
                                ""))
                .isEmpty();
        assertThat(tenant.events().getLast()).isEqualTo("tenant.deleted");
        var again = core.administer(ScimMethod.POST, "/tenants", "{\"name\":%s}".formatted(name));
        assertThat(again.status()).isEqualTo(201);
        assertThat(Json.of(again.body()).path("id").asString()).isNotEqualTo(tenant.id());
    }

    @Test
    void aTenantThatIsHeldOutlivesItsTime() {
        var held = core.administer(ScimMethod.POST, path + "/holds", "{\"reason\":\"Dispute\"}");
        assertThat(held.status()).isEqualTo(201);
        core.administer(ScimMethod.DELETE, path, "");

        core.bean(TenantDeletion.class).workOff(Instant.now().plus(TWO_MONTHS));

        assertThat(core.administer(ScimMethod.GET, path, "").status()).isEqualTo(200);
    }

    @Test
    void tenantsAreListedPageByPage() {
        var made = new ArrayList<String>();
        for (int i = 0; i < 25; i++) {
            var name = "paged-%02d".formatted(i);
            made.add(name);
            assertThat(
                            core.administer(
                                            ScimMethod.POST,
                                            "/tenants",
                                            "{\"name\":\"" + name + "\"}")
                                    .status())
                    .isEqualTo(201);
        }

        assertThat(names(10)).containsAll(made).doesNotHaveDuplicates().isSorted();
        for (var query : List.of("count=0", "count=1001", "count=x", "cursor=!")) {
            assertThat(core.administer(ScimMethod.GET, "/tenants?" + query, "").status())
                    .isEqualTo(400);
        }
    }

    private List<String> names(int count) {
        var names = new ArrayList<String>();
        var query = "?count=" + count;
        while (true) {
            var page = Json.of(core.administer(ScimMethod.GET, "/tenants" + query, "").body());
            page.path("tenants").forEach(entry -> names.add(entry.path("name").asString()));
            if (page.path("next").isNull()) {
                return names;
            }
            query = "?count=" + count + "&cursor=" + page.path("next").asString();
        }
    }

    private JsonNode post(String to) {
        return Json.of(core.administer(ScimMethod.POST, to, "").body());
    }
}
