package io.rollbook.provisioning.user;

import io.rollbook.provisioning.aggregate.Command;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.scim.error.Outcome;

import java.util.List;

/** What can be asked of a user. */
public sealed interface UserCommand extends Command<UserAnswer>
        permits CreateUser, ReviveUser, ReplaceUser, PatchUser, DeleteUser {

    /** What is to happen; nothing when all is as asked for. The name must be free as well. */
    Outcome<List<UserEvent>> decide(User user);

    /** What it would change: for telling it when it is refused. */
    Wanted wanted(User user);
}
