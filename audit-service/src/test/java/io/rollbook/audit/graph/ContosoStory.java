package io.rollbook.audit.graph;

import static io.rollbook.audit.fixture.Story.cause;

import io.rollbook.audit.fixture.Story;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.Member;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.TenantCreated;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserReactivated;
import io.rollbook.contract.user.UserUpdated;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A user who comes, goes and comes back, a large group, and two requests that change nothing. */
final class ContosoStory {

    private ContosoStory() {}

    static Story told() {
        var story = new Story("contoso");
        var operator = cause("r-01", ActorKind.ADMINISTRATOR, "admin", null);
        story.tell(new TenantCreated("contoso", 1, "Contoso Training", "entra", operator));
        story.tell(
                new ConnectionCreated(
                        "entra",
                        1,
                        "Entra production",
                        cause("r-02", ActorKind.ADMINISTRATOR, "admin", null)));
        story.tell(
                new UserCreated(
                        "u-1",
                        1,
                        Map.of("userName", "mia@contoso.example", "externalId", "x-1"),
                        cause("r-03")));
        story.tell(
                new UserUpdated(
                        "u-1",
                        2,
                        List.of(new AttributeChange("displayName", null, "Mia O'Hara_100%")),
                        cause("r-04")));
        story.tell(new UserDeactivated("u-1", 3, cause("r-05")));
        story.tell(new UserReactivated("u-1", 4, cause("r-06")));
        var members = IntStream.range(0, 1000).mapToObj(i -> new Member("m-" + i, "User")).toList();
        story.tell(new GroupCreated("g-1", 1, Map.of("displayName", "Risk"), cause("r-07")));
        story.tell(new GroupMembershipChanged("g-1", 2, members, List.of(), cause("r-07")));
        story.tell(
                new GroupMembershipChanged(
                        "g-1", 3, List.of(), List.of("m-1", "m-2"), cause("r-07")));
        story.tell(
                new WriteRefused(
                        new Attempt("POST", "Group", null, "x-9", "Risk"),
                        409,
                        "uniqueness",
                        "A group with this displayName exists already.",
                        cause("r-08")));
        story.tell(
                new WriteSkipped(new Attempt("PATCH", "Group", "g-1", null, null), cause("r-09")));
        return story;
    }
}
