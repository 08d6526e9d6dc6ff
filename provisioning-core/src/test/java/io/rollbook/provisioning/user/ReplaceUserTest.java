package io.rollbook.provisioning.user;

import static io.rollbook.provisioning.user.Users.accepted;
import static io.rollbook.provisioning.user.Users.attributes;
import static io.rollbook.provisioning.user.Users.statusOf;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.user.event.UserDeactivated;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.provisioning.user.event.UserReactivated;
import io.rollbook.provisioning.user.event.UserUpdated;
import io.rollbook.scim.change.Change;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

class ReplaceUserTest {

    private static final ResourceType TYPE = SchemaCatalog.standard().user();

    private static final User MIA =
            Users.given("{\"userName\":\"mia\",\"title\":\"Analyst\",\"active\":true}");

    @Test
    @Tag("P3.5.1-1")
    @Tag("P3.5.1-2")
    void whatIsLeftOutIsUnassignedButForActive() {
        var events = decide(MIA, "{\"userName\":\"mia\",\"nickName\":\"Mi\"}");

        assertThat(events)
                .containsExactly(
                        new UserUpdated(
                                "mia",
                                List.of(
                                        new Change("title", new Text("Analyst"), null),
                                        new Change("nickName", null, new Text("Mi")))));
        assertThat(((PresentUser) Users.after(MIA, events)).active()).isTrue();
    }

    @Test
    void activeHasEventsOfItsOwnBeforeTheOtherChanges() {
        var disabling = decide(MIA, "{\"userName\":\"mia.hale\",\"active\":false}");

        assertThat(disabling).hasSize(2);
        assertThat(disabling.getFirst()).isEqualTo(new UserDeactivated("mia"));
        assertThat(disabling.getLast()).isInstanceOf(UserUpdated.class);
        assertThat(
                        decide(
                                Users.after(MIA, disabling),
                                "{\"userName\":\"mia.hale\",\"active\":true}"))
                .containsExactly(new UserReactivated("mia"));
    }

    @Test
    void theSameAgainIsNoEvent() {
        assertThat(decide(MIA, "{\"active\":true,\"title\":\"Analyst\",\"userName\":\"mia\"}"))
                .isEmpty();
    }

    @Test
    void aUserThatIsNotThereIsNotMade() {
        var replace =
                new ReplaceUser(
                        Users.ID, TYPE, attributes("{\"userName\":\"mia\"}"), Preconditions.NONE);

        assertThat(statusOf(replace.decide(new User.Absent()))).isEqualTo(404);
    }

    @Test
    void anotherVersionThanExpectedIsLeftAlone() {
        var replace =
                new ReplaceUser(
                        Users.ID,
                        TYPE,
                        attributes("{\"userName\":\"x\"}"),
                        Preconditions.ifMatch("W/\"2\""));

        assertThat(statusOf(replace.decide(MIA))).isEqualTo(412);
    }

    private static List<UserEvent> decide(User user, String attributes) {
        return accepted(
                new ReplaceUser(Users.ID, TYPE, attributes(attributes), Preconditions.NONE)
                        .decide(user));
    }
}
