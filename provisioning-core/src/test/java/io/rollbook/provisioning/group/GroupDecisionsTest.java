package io.rollbook.provisioning.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.group.event.GroupCreated;
import io.rollbook.provisioning.group.event.GroupDeleted;
import io.rollbook.provisioning.group.event.GroupEvent;
import io.rollbook.provisioning.group.event.GroupMembershipChanged;
import io.rollbook.provisioning.group.event.GroupUpdated;
import io.rollbook.scim.change.Change;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.patch.MemberOperation;
import io.rollbook.scim.patch.PatchReader;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

class GroupDecisionsTest {

    private static final AggregateId ID = AggregateId.group("tenant", "risk");
    private static final Instant BORN = Instant.parse("2026-03-02T09:15:00Z");
    private static final Complex RISK = Complex.of("displayName", new Text("Risk"));
    private static final Complex MIA = Complex.of("value", new Text("mia"));
    private static final Group GROUP =
            new Group.Absent().after(new GroupCreated("risk", RISK), new Moment(BORN, 1));

    @Test
    void aNewGroupIsCreatedAndThenJoined() {
        assertThat(new CreateGroup(ID, RISK, List.of(MIA)).decide(new Group.Absent()))
                .isEqualTo(
                        decision(
                                List.of(new GroupCreated("risk", RISK)),
                                new MemberOperation.AddMembers(List.of(MIA))));
    }

    @Test
    void aNewGroupWithoutMembersTouchesNoMembership() {
        assertThat(new CreateGroup(ID, RISK, List.of()).decide(new Group.Absent()))
                .isEqualTo(decision(List.of(new GroupCreated("risk", RISK))));
    }

    @Test
    void aReplacementReplacesTheMembersAsWell() {
        var fraud = Complex.of("displayName", new Text("Fraud"));

        assertThat(
                        new ReplaceGroup(
                                        ID,
                                        SchemaCatalog.standard().group(),
                                        fraud,
                                        List.of(MIA),
                                        Preconditions.NONE)
                                .decide(GROUP))
                .isEqualTo(
                        decision(
                                List.of(
                                        new GroupUpdated(
                                                "risk",
                                                List.of(
                                                        new Change(
                                                                "displayName",
                                                                new Text("Risk"),
                                                                new Text("Fraud"))))),
                                new MemberOperation.ReplaceMembers(List.of(MIA))));
    }

    @Test
    void aReplacementWithoutMembersEmptiesTheGroup() {
        assertThat(
                        new ReplaceGroup(
                                        ID,
                                        SchemaCatalog.standard().group(),
                                        RISK,
                                        List.of(),
                                        Preconditions.NONE)
                                .decide(GROUP))
                .isEqualTo(decision(List.of(), new MemberOperation.RemoveAllMembers()));
    }

    @Test
    void aPatchOfMembersIsNoChangeOfTheGroupItself() {
        var body =
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
                {"op":"Remove","path":"members","value":[{"$ref":null,"value":"mia"}]}]}
                """;
        var patch =
                PatchReader.read(
                        body.getBytes(StandardCharsets.UTF_8),
                        SchemaCatalog.standard().group(),
                        Profile.ENTRA);

        assertThat(patch.flatMap(p -> new PatchGroup(ID, p, Preconditions.NONE).decide(GROUP)))
                .isEqualTo(decision(List.of(), new MemberOperation.RemoveMembers(List.of("mia"))));
    }

    @Test
    void aDeletionIsOneEvent() {
        assertThat(new DeleteGroup(ID, Preconditions.NONE).decide(GROUP))
                .isEqualTo(decision(List.of(new GroupDeleted("risk"))));
    }

    @Test
    void whoLeavesIsRemoved() {
        assertThat(new LeaveGroup(ID, "mia").decide(GROUP))
                .isEqualTo(decision(List.of(), new MemberOperation.RemoveMembers(List.of("mia"))));
    }

    @Test
    void aGroupThatIsNotThereIsNotFound() {
        var gone = GROUP.after(new GroupDeleted("risk"), new Moment(BORN, 2));

        assertThat(
                        List.of(
                                statusOf(new DeleteGroup(ID, Preconditions.NONE).decide(gone)),
                                statusOf(new LeaveGroup(ID, "mia").decide(gone)),
                                statusOf(
                                        new ReplaceGroup(
                                                        ID,
                                                        SchemaCatalog.standard().group(),
                                                        RISK,
                                                        List.of(),
                                                        Preconditions.NONE)
                                                .decide(new Group.Absent()))))
                .containsOnly(404);
    }

    @Test
    void aChangeOfMembersIsANewVersionOfTheSameGroup() {
        var moved =
                GROUP.after(
                        new GroupMembershipChanged("risk", List.of(), List.of("mia")),
                        new Moment(BORN.plusSeconds(5), 2));

        assertThat(moved).isInstanceOf(PresentGroup.class);
        assertThat(((PresentGroup) moved).attributes()).isEqualTo(RISK);
        assertThat(((PresentGroup) moved).meta().version()).isEqualTo(2);
        assertThat(((PresentGroup) moved).meta().lastModified()).isEqualTo(BORN.plusSeconds(5));
    }

    @Test
    void aSnapshotIsTheState() {
        assertThat(GroupSnapshot.of(GROUP).state()).isEqualTo(GROUP);
        assertThat(GroupSnapshot.of(new Group.Absent()).state()).isEqualTo(new Group.Absent());
    }

    private static Outcome<GroupDecision> decision(
            List<GroupEvent> events, MemberOperation... membership) {
        return Outcome.accepted(new GroupDecision(events, List.of(membership)));
    }

    private static int statusOf(Outcome<GroupDecision> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<GroupDecision>(var decision) ->
                    throw new AssertionError(decision);
            case Outcome.Refused<GroupDecision>(var error) -> error.status();
        };
    }
}
