package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.ScimResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

@ExtendWith(SharedCore.class)
class IsolationIT {

    private static final String UNKNOWN = "01a20a26-65ee-725a-ae7e-def5ece52611";

    private final Core core;
    private final Tenant mine;
    private final Tenant theirs;

    IsolationIT(Core core, Tenant mine, Tenant theirs) {
        this.core = core;
        this.mine = mine;
        this.theirs = theirs;
    }

    @Test
    void anotherTenantsIdIsAnsweredAsOneThatIsNotThere() {
        var user = theirs.user("mia");
        var group = theirs.group("Risk");

        assertThat(answer(mine.delete("/Users/" + user), user))
                .isEqualTo(answer(mine.delete("/Users/" + UNKNOWN), UNKNOWN));
        assertThat(answer(mine.put("/Users/" + user, "{\"userName\":\"x\"}"), user))
                .isEqualTo(answer(mine.put("/Users/" + UNKNOWN, "{\"userName\":\"x\"}"), UNKNOWN));
        assertThat(answer(mine.delete("/Groups/" + group), group))
                .isEqualTo(answer(mine.delete("/Groups/" + UNKNOWN), UNKNOWN));
        assertThat(theirs.eventsOf(user)).hasSize(1);
        assertThat(theirs.eventsOf(group)).hasSize(1);
    }

    @Test
    void anotherTenantsMemberIsAnsweredAsOneThatIsNotThere() {
        var user = theirs.user("mia");
        var group = mine.group("Risk");

        var foreign = mine.add(group, List.of(user));
        var unknown = mine.add(group, List.of(UNKNOWN));

        assertThat(foreign.status()).isEqualTo(400);
        assertThat(answer(foreign, user)).isEqualTo(answer(unknown, UNKNOWN));
        assertThat(mine.membersOf(group)).isEmpty();
    }

    @Test
    void namesAreUniqueWithinOneTenantOnly() {
        mine.user("mia");
        mine.group("Risk");

        assertThat(theirs.post("/Users", "{\"userName\":\"mia\"}").status()).isEqualTo(201);
        assertThat(theirs.post("/Groups", "{\"displayName\":\"Risk\"}").status()).isEqualTo(201);
    }

    /** Row-level security holds even for a statement that forgets its tenant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource_register",
                "membership_register",
                "connection_register",
                "token_register",
                "tenant_register",
                "client_register",
                "client_credential",
                "client_assertion",
                "departure"
            })
    void aForgottenConditionShowsNobodyElsesRows(String register) {
        for (Tenant tenant : List.of(mine, theirs)) {
            tenant.group("Risk", List.of(tenant.user("mia")));
        }
        var count = "select count(*) from " + register + " where tenant <> ?";
        var jdbc = core.database().jdbc();

        var others =
                core.database()
                        .inTenant(
                                mine.id(),
                                () -> jdbc.sql(count).param(mine.id()).query(Long.class).single());
        var withoutScope = jdbc.sql(count).param("").query(Long.class).single();

        assertThat(List.of(others, withoutScope)).containsOnly(0L);
    }

    private static String answer(ScimResponse response, String id) {
        return response.status() + Json.of(response.body()).toString().replace(id, "THE-ID");
    }
}
