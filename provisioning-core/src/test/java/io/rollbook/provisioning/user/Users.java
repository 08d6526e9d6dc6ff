package io.rollbook.provisioning.user;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.user.event.UserCreated;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.patch.Patch;
import io.rollbook.scim.patch.PatchReader;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Users as given by their events. */
final class Users {

    static final AggregateId ID = AggregateId.user("tenant", "mia");
    static final Instant BORN = Instant.parse("2026-03-02T09:15:00.123Z");

    private Users() {}

    static Complex attributes(String json) {
        return Json.readObject(json.getBytes(StandardCharsets.UTF_8));
    }

    static User given(String attributes) {
        return given(new UserCreated(ID.id(), attributes(attributes)));
    }

    static User given(UserEvent... events) {
        return after(new User.Absent(), List.of(events));
    }

    /** Event n happens n seconds after the first. */
    static User after(User user, List<UserEvent> events) {
        User state = user;
        long version = user instanceof PresentUser present ? present.meta().version() : 0;
        for (UserEvent event : events) {
            version++;
            state = state.after(event, new Moment(BORN.plusSeconds(version - 1), version));
        }
        return state;
    }

    static Patch patch(String operations) {
        return patch(operations, Profile.ENTRA);
    }

    static Patch patch(String operations, Profile profile) {
        var body =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                        + operations
                        + "]}";
        return accepted(
                PatchReader.read(
                        body.getBytes(StandardCharsets.UTF_8),
                        SchemaCatalog.standard().user(),
                        profile));
    }

    static <T> T accepted(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T>(var value) -> value;
            case Outcome.Refused<T>(var error) -> throw new AssertionError(error);
        };
    }

    static <T> int statusOf(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T>(var value) -> throw new AssertionError(value);
            case Outcome.Refused<T>(var error) -> error.status();
        };
    }
}
