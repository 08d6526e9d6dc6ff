package io.rollbook.provisioning.user;

import org.jspecify.annotations.Nullable;

/**
 * A user's state as it is kept beside its events, so that loading it does not read all that ever
 * happened to it.
 *
 * @param user null when it was deleted
 */
public record UserSnapshot(@Nullable PresentUser user) {

    public static UserSnapshot of(User state) {
        return new UserSnapshot(state instanceof PresentUser present ? present : null);
    }

    public User state() {
        return user == null ? new User.Absent() : user;
    }
}
