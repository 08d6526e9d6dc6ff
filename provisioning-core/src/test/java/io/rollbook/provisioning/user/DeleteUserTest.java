package io.rollbook.provisioning.user;

import static io.rollbook.provisioning.user.Users.accepted;
import static io.rollbook.provisioning.user.Users.statusOf;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.user.event.UserDeleted;
import io.rollbook.scim.precondition.Preconditions;

import org.junit.jupiter.api.Test;

class DeleteUserTest {

    private static final User MIA = Users.given("{\"userName\":\"mia\",\"active\":true}");

    @Test
    void aDeletedUserIsGoneForEver() {
        var delete = new DeleteUser(Users.ID, Preconditions.NONE);

        var events = accepted(delete.decide(MIA));

        assertThat(events).containsExactly(new UserDeleted("mia"));
        assertThat(statusOf(delete.decide(Users.after(MIA, events)))).isEqualTo(404);
    }

    @Test
    void theVersionIsLookedAt() {
        assertThat(statusOf(new DeleteUser(Users.ID, Preconditions.ifMatch("W/\"9\"")).decide(MIA)))
                .isEqualTo(412);
    }
}
