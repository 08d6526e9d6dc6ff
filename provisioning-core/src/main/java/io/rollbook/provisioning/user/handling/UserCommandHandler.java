package io.rollbook.provisioning.user.handling;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.course.Course;
import io.rollbook.provisioning.course.Step;
import io.rollbook.provisioning.register.membership.GroupOfMember;
import io.rollbook.provisioning.register.membership.NestingRegister;
import io.rollbook.provisioning.user.CreateUser;
import io.rollbook.provisioning.user.DeleteUser;
import io.rollbook.provisioning.user.PatchUser;
import io.rollbook.provisioning.user.ReplaceUser;
import io.rollbook.provisioning.user.ReviveUser;
import io.rollbook.provisioning.user.User;
import io.rollbook.provisioning.user.UserAnswer;
import io.rollbook.provisioning.user.UserCommand;
import io.rollbook.scim.error.ScimError;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

import java.util.List;

/** Carries out what is asked of users: loads, decides, and lets the registers follow. */
public final class UserCommandHandler {

    private final Repository<UserAggregate> users;
    private final UserRegistration registration;
    private final NestingRegister nesting;

    public UserCommandHandler(
            Repository<UserAggregate> users,
            UserRegistration registration,
            NestingRegister nesting) {
        this.users = users;
        this.registration = registration;
        this.nesting = nesting;
    }

    @CommandHandler
    public UserAnswer handle(CreateUser command) throws Exception {
        var user = users.newInstance(() -> new UserAggregate(command.id()));
        return answer(carryOut(command, user), List.of());
    }

    @CommandHandler
    public UserAnswer handle(ReviveUser command) {
        return answer(carryOut(command, load(command.id())), groupsOf(command.id()));
    }

    @CommandHandler
    public UserAnswer handle(ReplaceUser command) {
        return answer(carryOut(command, load(command.id())), groupsOf(command.id()));
    }

    @CommandHandler
    public UserAnswer handle(PatchUser command) {
        return answer(carryOut(command, load(command.id())), groupsOf(command.id()));
    }

    @CommandHandler
    public UserAnswer handle(DeleteUser command) {
        return answer(carryOut(command, load(command.id())), List.of());
    }

    private Aggregate<UserAggregate> load(AggregateId id) {
        try {
            var user = users.load(id.text());
            Course.reached(Step.LOADED);
            return user;
        } catch (AggregateNotFoundException e) {
            throw new CommandRefused(ScimError.notFound("There is no user with this id"));
        }
    }

    private Applied<User> carryOut(UserCommand command, Aggregate<UserAggregate> aggregate) {
        Applied<User> applied = aggregate.invoke(user -> user.carryOut(command));
        registration.follow(command.id(), applied);
        Course.reached(Step.REGISTERED);
        return applied;
    }

    private List<GroupOfMember> groupsOf(AggregateId id) {
        return nesting.groupsOf(id.tenantId(), id.id());
    }

    private static UserAnswer answer(Applied<User> applied, List<GroupOfMember> groups) {
        return new UserAnswer(applied.after(), applied.version(), applied.changed(), groups);
    }
}
