package io.rollbook.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** P7: nothing of one tenant can be reached with another one's token. */
class TenantIsolationIT {

    private final ScimClient ours = RunningRollbook.shared().newTenant().scim();
    private final ScimClient theirs = RunningRollbook.shared().newTenant().scim();

    @Test
    void anotherTenantsIdsDoNotExist() {
        var user = "/Users/" + theirs.post("/Users", Bodies.user("secret")).expect(201).id();
        ours.get(user).expect(404);
        ours.patch(user, Bodies.replace("displayName", "\"Mine\"")).expect(404);
        ours.put(user, Bodies.user("mine")).expect(404);
        ours.delete(user).expect(404);
        assertThat(theirs.get(user).expect(200).json().path("displayName").asString())
                .isEqualTo("Mia Okoro");
    }

    @Test
    void filtersAndListsShowOwnResourcesOnly() {
        theirs.post("/Users", Bodies.user("hidden")).expect(201);
        var found = ours.find("/Users", "userName eq \"hidden\"").expect(200).json();
        assertThat(found.path("totalResults").asInt()).isZero();
        var all = ours.get("/Users").expect(200).json();
        assertThat(all.path("totalResults").asInt()).isZero();
    }

    @Test
    void aForeignMemberIsAnsweredLikeAnUnknownOne() {
        var foreign = theirs.post("/Users", Bodies.user("foreign")).expect(201).id();
        var unknown = foreign.substring(0, foreign.length() - 1) + "f";
        var group = "/Groups/" + ours.post("/Groups", Bodies.group("ours")).expect(201).id();
        var toForeign = ours.patch(group, Bodies.addMember(foreign)).expect(400);
        var toUnknown = ours.patch(group, Bodies.addMember(unknown)).expect(400);
        assertThat(toForeign.json().toString().replace(foreign, "ID"))
                .isEqualTo(toUnknown.json().toString().replace(unknown, "ID"));
    }

    @Test
    void theSameUserNameMayExistInBoth() {
        ours.post("/Users", Bodies.user("same")).expect(201);
        theirs.post("/Users", Bodies.user("same")).expect(201);
        ours.post("/Users", Bodies.user("SAME")).expect(409);
    }
}
