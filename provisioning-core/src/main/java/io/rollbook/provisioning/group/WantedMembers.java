package io.rollbook.provisioning.group;

import io.rollbook.scim.change.Change;
import io.rollbook.scim.patch.MemberOperation;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who a request would have had join and leave, each as a change of {@code members} to or from the
 * id that it named. Members that it did not name are one change without ids.
 */
final class WantedMembers {

    private static final String MEMBERS = "members";

    private WantedMembers() {}

    static Stream<Change> of(List<MemberOperation> operations) {
        return operations.stream().flatMap(WantedMembers::of);
    }

    private static Stream<Change> of(MemberOperation operation) {
        return switch (operation) {
            case MemberOperation.AddMembers(var members) -> joining(members);
            case MemberOperation.ReplaceMembers(var members) -> joining(members);
            case MemberOperation.RemoveMembers(var ids) ->
                    ids.stream().map(id -> change(new Text(id), null));
            case MemberOperation.RemoveMatching _, MemberOperation.RemoveAllMembers _ ->
                    Stream.of(change(null, null));
        };
    }

    private static Stream<Change> joining(List<Complex> members) {
        return members.stream()
                .flatMap(
                        member ->
                                member.get("value") instanceof Text id
                                        ? Stream.of(change(null, id))
                                        : Stream.empty());
    }

    private static Change change(@Nullable Text leaving, @Nullable Text joining) {
        return new Change(MEMBERS, leaving, joining);
    }
}
