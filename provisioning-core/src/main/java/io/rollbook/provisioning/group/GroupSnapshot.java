package io.rollbook.provisioning.group;

import org.jspecify.annotations.Nullable;

/**
 * A group's state as it is kept beside its events, so that loading it does not read every change of
 * its membership.
 *
 * @param group null when it was deleted
 */
public record GroupSnapshot(@Nullable PresentGroup group) {

    public static GroupSnapshot of(Group state) {
        return new GroupSnapshot(state instanceof PresentGroup present ? present : null);
    }

    public Group state() {
        return group == null ? new Group.Absent() : group;
    }
}
