package io.rollbook.provisioning.user;

import static io.rollbook.provisioning.user.Users.attributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.user.event.UserDeactivated;
import io.rollbook.scim.canonical.Meta;

import org.junit.jupiter.api.Test;

import java.util.List;

class UserTest {

    private static final User MIA = Users.given("{\"userName\":\"mia\",\"active\":true}");

    @Test
    void eachEventCountsAsAVersionAndMovesTheLastChange() {
        var disabled = Users.after(MIA, List.of(new UserDeactivated("mia")));

        assertThat(disabled)
                .isEqualTo(
                        new PresentUser(
                                "mia",
                                attributes("{\"userName\":\"mia\",\"active\":false}"),
                                new Meta(Users.BORN, Users.BORN.plusSeconds(1), 2)));
    }

    @Test
    void nothingCanHappenBeforeTheCreation() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                new User.Absent()
                                        .after(
                                                new UserDeactivated("mia"),
                                                new Moment(Users.BORN, 1)));
    }
}
