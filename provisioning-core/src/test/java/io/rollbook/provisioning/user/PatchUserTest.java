package io.rollbook.provisioning.user;

import static io.rollbook.provisioning.user.Users.accepted;
import static io.rollbook.provisioning.user.Users.patch;
import static io.rollbook.provisioning.user.Users.statusOf;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.user.event.UserDeactivated;
import io.rollbook.provisioning.user.event.UserUpdated;
import io.rollbook.scim.change.Change;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Test;

import java.util.List;

class PatchUserTest {

    private static final User MIA =
            Users.given("{\"userName\":\"mia\",\"title\":\"Analyst\",\"active\":true}");

    @Test
    void entrasDisableIsADeactivation() {
        assertThat(decide("{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}"))
                .isEqualTo(List.of(new UserDeactivated("mia")));
    }

    @Test
    void operationsThatUndoEachOtherAreNoEvent() {
        assertThat(
                        decide(
                                "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Head\"},"
                                    + "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Analyst\"}"))
                .isEqualTo(List.of());
    }

    @Test
    void toForgetActiveDoesNotOpenAnAccountAgain() {
        var disabled = Users.after(MIA, List.of(new UserDeactivated("mia")));
        var remove =
                new PatchUser(
                        Users.ID,
                        patch("{\"op\":\"remove\",\"path\":\"active\"}"),
                        Preconditions.NONE);

        assertThat(accepted(remove.decide(disabled))).isEmpty();
    }

    @Test
    void changesNameTheAttributeBeforeAndAfter() {
        assertThat(decide("{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Head\"}"))
                .isEqualTo(
                        List.of(
                                new UserUpdated(
                                        "mia",
                                        List.of(
                                                new Change(
                                                        "title",
                                                        new Text("Analyst"),
                                                        new Text("Head"))))));
    }

    @Test
    void oneBadOperationRefusesAll() {
        var patch =
                patch(
                        "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Head\"},{\"op\":\"replace\",\"path\":\"emails[type"
                            + " eq \\\"home\\\"].value\",\"value\":\"mia@home.test\"}",
                        Profile.RFC);

        assertThat(statusOf(new PatchUser(Users.ID, patch, Preconditions.NONE).decide(MIA)))
                .isEqualTo(400);
    }

    private static Object decide(String operations) {
        return accepted(new PatchUser(Users.ID, patch(operations), Preconditions.NONE).decide(MIA));
    }
}
