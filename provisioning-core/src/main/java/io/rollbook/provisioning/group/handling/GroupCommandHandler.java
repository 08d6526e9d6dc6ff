package io.rollbook.provisioning.group.handling;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.course.Course;
import io.rollbook.provisioning.course.Step;
import io.rollbook.provisioning.group.CreateGroup;
import io.rollbook.provisioning.group.DeleteGroup;
import io.rollbook.provisioning.group.Group;
import io.rollbook.provisioning.group.GroupCommand;
import io.rollbook.provisioning.group.LeaveGroup;
import io.rollbook.provisioning.group.PatchGroup;
import io.rollbook.provisioning.group.ReplaceGroup;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Carries out what is asked of groups: loads, decides, and lets the registers follow. */
public final class GroupCommandHandler {

    private final Repository<GroupAggregate> groups;
    private final Membership membership;
    private final GroupRegistration registration;

    public GroupCommandHandler(
            Repository<GroupAggregate> groups,
            Membership membership,
            GroupRegistration registration) {
        this.groups = groups;
        this.membership = membership;
        this.registration = registration;
    }

    @CommandHandler
    public Applied<Group> handle(CreateGroup command) throws Exception {
        return carryOut(command, groups.newInstance(() -> new GroupAggregate(command.id())));
    }

    @CommandHandler
    public Applied<Group> handle(ReplaceGroup command) {
        return carryOut(command, load(command.id()));
    }

    @CommandHandler
    public Applied<Group> handle(PatchGroup command) {
        return carryOut(command, load(command.id()));
    }

    @CommandHandler
    public Applied<Group> handle(DeleteGroup command) {
        return carryOut(command, load(command.id()));
    }

    @CommandHandler
    public Applied<Group> handle(LeaveGroup command) {
        return carryOut(command, load(command.id()));
    }

    private Aggregate<GroupAggregate> load(AggregateId id) {
        try {
            var group = groups.load(id.text());
            Course.reached(Step.LOADED);
            return group;
        } catch (AggregateNotFoundException e) {
            throw new CommandRefused(Group.notFound());
        }
    }

    private Applied<Group> carryOut(GroupCommand command, Aggregate<GroupAggregate> aggregate) {
        Applied<Group> applied = aggregate.invoke(group -> group.carryOut(command, membership));
        registration.follow(command.id(), applied);
        Course.reached(Step.REGISTERED);
        return applied;
    }
}
