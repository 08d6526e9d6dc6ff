package io.rollbook.provisioning.user;

import static io.rollbook.provisioning.user.Users.accepted;
import static io.rollbook.provisioning.user.Users.attributes;
import static io.rollbook.provisioning.user.Users.statusOf;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.user.event.UserCreated;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CreateUserTest {

    @Test
    @Tag("P3.3-3")
    void aUserIsActiveUnlessSaidOtherwise() {
        var create = new CreateUser(Users.ID, attributes("{\"userName\":\"mia\"}"));

        assertThat(accepted(create.decide(new User.Absent())))
                .containsExactly(
                        new UserCreated(
                                "mia", attributes("{\"userName\":\"mia\",\"active\":true}")));
    }

    @Test
    void aUserCanBeginInactive() {
        var inactive = attributes("{\"userName\":\"mia\",\"active\":false}");

        assertThat(accepted(new CreateUser(Users.ID, inactive).decide(new User.Absent())))
                .containsExactly(new UserCreated("mia", inactive));
    }

    @Test
    void anIdIsUsedOnce() {
        var create = new CreateUser(Users.ID, attributes("{\"userName\":\"mia\"}"));

        assertThat(statusOf(create.decide(Users.given("{\"userName\":\"mia\",\"active\":true}"))))
                .isEqualTo(409);
    }
}
