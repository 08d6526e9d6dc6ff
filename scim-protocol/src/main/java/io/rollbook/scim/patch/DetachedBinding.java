package io.rollbook.scim.patch;

import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.Literal;
import io.rollbook.scim.filter.Operator;
import io.rollbook.scim.patch.MemberOperation.AddMembers;
import io.rollbook.scim.patch.MemberOperation.RemoveAllMembers;
import io.rollbook.scim.patch.MemberOperation.RemoveMatching;
import io.rollbook.scim.patch.MemberOperation.RemoveMembers;
import io.rollbook.scim.patch.MemberOperation.ReplaceMembers;
import io.rollbook.scim.patch.edit.Creation;
import io.rollbook.scim.patch.message.JsonText;
import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Binds operations on the attribute that is kept apart from its resource. */
final class DetachedBinding {
    private final Values values;
    private final boolean lenient;

    DetachedBinding(Values values, boolean lenient) {
        this.values = values;
        this.lenient = lenient;
    }

    /** Empty when there is nothing to do. */
    Optional<MemberOperation> assign(boolean adds, Attribute attribute, JsonText value) {
        List<Complex> members = values.detached(value, attribute);
        if (!adds) {
            return Optional.of(
                    members.isEmpty() ? new RemoveAllMembers() : new ReplaceMembers(members));
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(new AddMembers(members));
    }

    /**
     * Removes all elements, or only the listed ones. RFC 7644 has no such list, and by its letter
     * Entra's request to remove one member would empty the group: the strict profile refuses it.
     */
    Optional<MemberOperation> removeAll(Attribute attribute, @Nullable JsonText listed) {
        if (listed == null || listed.isNull()) {
            return Optional.of(new RemoveAllMembers());
        }
        if (!lenient) {
            throw Refusals.listOnRemove(attribute.name());
        }
        List<String> gone =
                values.detached(listed, attribute).stream()
                        .flatMap(member -> valueOf(member).stream())
                        .toList();
        return gone.isEmpty() ? Optional.empty() : Optional.of(new RemoveMembers(gone));
    }

    /**
     * Elements are never edited; but to add the one that a filter describes is to have it, whether
     * it was there or not.
     */
    MemberOperation assignMatching(boolean adds, Target.Elements target, JsonText json) {
        Attribute attribute = target.path().attribute();
        Optional<Complex> described =
                Optional.ofNullable(target.filter())
                        .filter(filter -> adds && target.sub() == null)
                        .flatMap(Creation::described)
                        .filter(element -> element.has(Attribute.VALUE));
        return described
                .filter(
                        element ->
                                values.part(json, attribute)
                                        .map(part -> part.mergedInto(element))
                                        .flatMap(DetachedBinding::valueOf)
                                        .equals(valueOf(element)))
                .<MemberOperation>map(element -> new AddMembers(List.of(element)))
                .orElseThrow(() -> Refusals.immutable(target.path()));
    }

    /** Elements are named by their {@code value} wherever the filter says no more than that. */
    MemberOperation removeMatching(Filter filter) {
        return namedValues(filter)
                .<MemberOperation>map(RemoveMembers::new)
                .orElseGet(() -> new RemoveMatching(filter));
    }

    private static Optional<List<String>> namedValues(Filter filter) {
        Stream<Filter> terms =
                filter instanceof Filter.Or(List<Filter> alternatives)
                        ? alternatives.stream()
                        : Stream.of(filter);
        List<Optional<String>> names = terms.map(DetachedBinding::namedValue).toList();
        return names.stream().allMatch(Optional::isPresent)
                ? Optional.of(names.stream().flatMap(Optional::stream).distinct().toList())
                : Optional.empty();
    }

    private static Optional<String> namedValue(Filter term) {
        return term instanceof Filter.Comparison(var path, Operator operator, var operand)
                        && operator == Operator.EQ
                        && path.attribute().name().equals(Attribute.VALUE)
                        && operand instanceof Literal.Text(String value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static Optional<String> valueOf(Complex member) {
        return member.get(Attribute.VALUE) instanceof Text(String value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
