package io.rollbook.audit.entry;

import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.attempt.Wanted;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What one event says about the request that it belongs to.
 *
 * @param restored a disabled user was enabled again
 * @param version the target's version after the event; null where nothing changed
 * @param ignored names of attributes that the request had and that were not taken over
 * @param wanted what a refused request would have changed, as far as it was understood
 */
public record Meaning(
        Status status,
        Action action,
        boolean restored,
        Target target,
        @Nullable Long version,
        @Nullable Refusal refusal,
        List<AttributeChange> changes,
        List<MemberChange> members,
        List<String> ignored,
        @Nullable Wanted wanted) {

    public Meaning {
        changes = List.copyOf(changes);
        members = List.copyOf(members);
        ignored = List.copyOf(ignored);
    }

    /** The same when a part of the request was not taken over; a refusal stays one. */
    Meaning ignoring(List<String> names) {
        return names.isEmpty() || status == Status.FAILURE
                ? this
                : new Meaning(
                        Status.WARNING,
                        action,
                        restored,
                        target,
                        version,
                        null,
                        changes,
                        members,
                        names,
                        null);
    }

    /** The same with other changes. */
    Meaning telling(List<AttributeChange> told) {
        return new Meaning(
                status, action, restored, target, version, refusal, told, members, ignored, wanted);
    }

    static Meaning change(
            Action action, Target target, long version, List<AttributeChange> changes) {
        return new Meaning(
                Status.SUCCESS,
                action,
                false,
                target,
                version,
                null,
                changes,
                List.of(),
                List.of(),
                null);
    }

    static Meaning restored(Target target, long version, List<AttributeChange> changes) {
        return new Meaning(
                Status.SUCCESS,
                Action.UPDATE,
                true,
                target,
                version,
                null,
                changes,
                List.of(),
                List.of(),
                null);
    }

    static Meaning membership(Target target, long version, List<MemberChange> members) {
        return new Meaning(
                Status.SUCCESS,
                Action.UPDATE,
                false,
                target,
                version,
                null,
                List.of(),
                members,
                List.of(),
                null);
    }

    static Meaning attempt(Action action, Target target, @Nullable Refusal refusal) {
        var status = refusal == null ? Status.SKIPPED : Status.FAILURE;
        return new Meaning(
                status, action, false, target, null, refusal, List.of(), List.of(), List.of(),
                null);
    }

    /** The same of a refused request of which more is known than that. */
    Meaning wanting(Action action, @Nullable Wanted wanted) {
        return new Meaning(
                status, action, restored, target, version, refusal, changes, members, ignored,
                wanted);
    }

    /** How many rows the event's document tells, members not counted. */
    public int told() {
        return changes.size() + (wanted == null ? 0 : wanted.changes().size());
    }
}
