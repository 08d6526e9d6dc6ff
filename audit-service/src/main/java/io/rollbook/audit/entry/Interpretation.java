package io.rollbook.audit.entry;

import io.rollbook.contract.AttemptEvent;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.PublishedEvent;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.RequestsRefused;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupDeleted;
import io.rollbook.contract.group.GroupEvent;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.GroupUpdated;
import io.rollbook.contract.tenant.TenantEvent;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserDeleted;
import io.rollbook.contract.user.UserEvent;
import io.rollbook.contract.user.UserReactivated;
import io.rollbook.contract.user.UserUpdated;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** What each event means for the log. */
final class Interpretation {

    private Interpretation() {}

    static Meaning of(PublishedEvent event) {
        return switch (event) {
            case UserEvent user -> ofUser(user);
            case GroupEvent group -> ofGroup(group);
            case TenantEvent tenant -> AdministrationMeaning.of(tenant);
            case AttemptEvent attempt -> ofAttempt(attempt);
        };
    }

    private static Meaning ofUser(UserEvent event) {
        var user = Target.of("User", event.userId());
        var version = event.version();
        return switch (event) {
            case UserCreated created ->
                    Meaning.change(
                            Action.CREATE, user, version, FirstValues.of(created.attributes()));
            case UserUpdated updated ->
                    Meaning.change(Action.UPDATE, user, version, updated.changes());
            case UserDeactivated disabled ->
                    Meaning.change(Action.DISABLE, user, version, active(false));
            case UserReactivated enabled -> Meaning.restored(user, version, active(true));
            case UserDeleted deleted -> Meaning.change(Action.DELETE, user, version, List.of());
        };
    }

    private static Meaning ofGroup(GroupEvent event) {
        var group = Target.of("Group", event.groupId());
        var version = event.version();
        return switch (event) {
            case GroupCreated created ->
                    Meaning.change(
                            Action.CREATE, group, version, FirstValues.of(created.attributes()));
            case GroupUpdated updated ->
                    Meaning.change(Action.UPDATE, group, version, updated.changes());
            case GroupMembershipChanged changed ->
                    Meaning.membership(group, version, members(changed));
            case GroupDeleted deleted -> Meaning.change(Action.DELETE, group, version, List.of());
        };
    }

    private static Meaning ofAttempt(AttemptEvent event) {
        return switch (event) {
            case WriteRefused refused ->
                    RefusedWrite.of(
                            refused,
                            attempt(
                                    refused.attempt(),
                                    new Refusal(
                                            refused.status(),
                                            refused.scimType(),
                                            refused.detail())));
            case WriteSkipped skipped -> attempt(skipped.attempt(), null);
            case RequestsRefused refused -> CountedRefusals.of(refused);
        };
    }

    private static Meaning attempt(Attempt attempt, @Nullable Refusal refusal) {
        var target =
                new Target(
                        attempt.resourceType(),
                        attempt.resourceId(),
                        attempt.externalId(),
                        attempt.name());
        return Meaning.attempt(wanted(attempt), target, refusal);
    }

    private static Action wanted(Attempt attempt) {
        if (attempt.resourceType() == null) {
            return Action.OTHER;
        }
        return switch (attempt.method()) {
            case "POST" -> Action.CREATE;
            case "PUT", "PATCH" -> Action.UPDATE;
            case "DELETE" -> Action.DELETE;
            default -> Action.OTHER;
        };
    }

    private static List<MemberChange> members(GroupMembershipChanged changed) {
        return Stream.concat(
                        changed.added().stream()
                                .map(who -> new MemberChange(who.value(), who.type(), true)),
                        changed.removed().stream().map(id -> new MemberChange(id, null, false)))
                .toList();
    }

    private static List<AttributeChange> active(boolean now) {
        return List.of(new AttributeChange("active", !now, now));
    }
}
