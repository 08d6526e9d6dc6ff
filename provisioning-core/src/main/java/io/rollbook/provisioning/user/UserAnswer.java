package io.rollbook.provisioning.user;

import io.rollbook.provisioning.register.membership.GroupOfMember;

import java.util.List;

/**
 * What came of a command.
 *
 * @param user as it is now
 * @param version of the user now, also when it is gone
 * @param changed false when everything was as the command asked for already
 * @param groups that the user is in
 */
public record UserAnswer(User user, long version, boolean changed, List<GroupOfMember> groups) {

    public UserAnswer {
        groups = List.copyOf(groups);
    }
}
