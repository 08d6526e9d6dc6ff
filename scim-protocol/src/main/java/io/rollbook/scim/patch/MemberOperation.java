package io.rollbook.scim.patch;

import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.value.Complex;

import java.util.List;

/**
 * A step on the attribute that is kept apart from the resource. Steps follow each other: each works
 * on what the one before it left. Adding what is there and removing what is not changes nothing.
 */
public sealed interface MemberOperation {

    /** How many elements it names one by one. */
    default int named() {
        return switch (this) {
            case AddMembers(var members) -> members.size();
            case ReplaceMembers(var members) -> members.size();
            case RemoveMembers(var values) -> values.size();
            case RemoveMatching ignored -> 0;
            case RemoveAllMembers() -> 0;
        };
    }

    /** Each element has a {@code value}; none comes twice. */
    record AddMembers(List<Complex> members) implements MemberOperation {

        public AddMembers {
            members = List.copyOf(members);
        }
    }

    /**
     * @param values what the elements that have to go are known by
     */
    record RemoveMembers(List<String> values) implements MemberOperation {

        public RemoveMembers {
            values = List.copyOf(values);
        }
    }

    /**
     * @param filter about one element; its paths are sub-attributes
     */
    record RemoveMatching(Filter filter) implements MemberOperation {}

    record RemoveAllMembers() implements MemberOperation {}

    /** Exactly these are left; never empty. */
    record ReplaceMembers(List<Complex> members) implements MemberOperation {

        public ReplaceMembers {
            members = List.copyOf(members);
        }
    }
}
