package io.rollbook.provisioning.group.handling;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.register.membership.MembershipRegister;
import io.rollbook.provisioning.register.membership.ShownMember;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.FilterEvaluator;
import io.rollbook.scim.filter.Literal;
import io.rollbook.scim.filter.Operator;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the members that a filter means: {@code members[value eq "…"]} and whatever else. */
record MemberFilter(Filter filter) {

    /** Where the filter names the ids, which is what clients send, no member has to be read. */
    List<String> idsIn(MembershipRegister members, AggregateId group) {
        return named(filter)
                .orElseGet(
                        () -> {
                            var ids = new ArrayList<String>();
                            members.forEachShown(
                                    group.tenantId(),
                                    group.id(),
                                    shown -> {
                                        if (FilterEvaluator.matches(filter, elementOf(shown))) {
                                            ids.add(shown.member().value());
                                        }
                                    });
                            return ids;
                        });
    }

    private static Optional<List<String>> named(Filter filter) {
        return switch (filter) {
            case Filter.Comparison(var path, var operator, Literal.Text(String id))
                    when operator == Operator.EQ && path.target().name().equals("value") ->
                    Optional.of(List.of(id));
            case Filter.Or(var terms) -> {
                var ids = new ArrayList<String>();
                boolean all = true;
                for (Filter term : terms) {
                    all &= named(term).map(ids::addAll).isPresent();
                }
                yield all ? Optional.of(ids) : Optional.empty();
            }
            case Filter.And ignored -> Optional.empty();
            case Filter.Not ignored -> Optional.empty();
            case Filter.Present ignored -> Optional.empty();
            case Filter.Comparison ignored -> Optional.empty();
            case Filter.ElementMatches ignored -> Optional.empty();
        };
    }

    /** What is shown of a member; a location is asked for by the id already. */
    private static Complex elementOf(ShownMember shown) {
        var member = shown.member();
        var element =
                Complex.of(
                        "value", new Text(member.value()),
                        "type", new Text(member.type().label()));
        var display = shown.display();
        return display == null ? element : element.with("display", new Text(display));
    }
}
