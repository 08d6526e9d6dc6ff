package io.rollbook.provisioning.user;

import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.user.event.UserCreated;
import io.rollbook.provisioning.user.event.UserDeactivated;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.provisioning.user.event.UserReactivated;
import io.rollbook.provisioning.user.event.UserUpdated;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.change.Changes;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A user that exists.
 *
 * @param attributes {@code userName} and {@code active} are always among them
 */
public record PresentUser(String id, Complex attributes, Meta meta) implements User {

    static final String ACTIVE = "active";
    static final String USER_NAME = "userName";
    private static final String DISPLAY_NAME = "displayName";

    static PresentUser of(UserCreated created, Moment at) {
        return new PresentUser(
                created.userId(),
                created.attributes(),
                new Meta(at.time(), at.time(), at.version()));
    }

    public String userName() {
        if (attributes.get(USER_NAME) instanceof Text(String userName)) {
            return userName;
        }
        throw new IllegalStateException("A user without userName");
    }

    /** What groups show of their member. */
    public @Nullable String displayName() {
        return attributes.get(DISPLAY_NAME) instanceof Text(String displayName)
                ? displayName
                : null;
    }

    public boolean active() {
        return Bool.TRUE.equals(attributes.get(ACTIVE));
    }

    PresentUser with(Complex attributes, Moment at) {
        return new PresentUser(id, attributes, new Meta(meta.created(), at.time(), at.version()));
    }

    PresentUser withActive(boolean active, Moment at) {
        return with(attributes.with(ACTIVE, Bool.of(active)), at);
    }

    /**
     * What has to happen for the user to have these attributes; nothing when it has. Where they say
     * nothing of {@code active} it stays as it is: to forget it must not open an account again.
     */
    List<UserEvent> becoming(Complex wanted) {
        var events = new ArrayList<UserEvent>();
        // The weightiest first: subscribers name a request after its first event.
        if (wanted.get(ACTIVE) instanceof Bool(boolean active) && active != active()) {
            events.add(active ? new UserReactivated(id) : new UserDeactivated(id));
        }
        var changes = Changes.between(attributes.without(ACTIVE), wanted.without(ACTIVE));
        if (!changes.isEmpty()) {
            events.add(new UserUpdated(id, changes));
        }
        return events;
    }
}
