package io.rollbook.provisioning.group;

import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.Command;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.scim.error.Outcome;

/** What can be asked of a group. */
public sealed interface GroupCommand extends Command<Applied<Group>>
        permits CreateGroup, ReplaceGroup, PatchGroup, DeleteGroup, LeaveGroup {

    /** What is to happen. The name must be free as well, and the members must exist. */
    Outcome<GroupDecision> decide(Group group);

    /** What it would change: for telling it when it is refused. */
    Wanted wanted(Group group);
}
