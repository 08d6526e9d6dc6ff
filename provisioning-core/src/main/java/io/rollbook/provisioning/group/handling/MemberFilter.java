package io.rollbook.provisioning.group.handling;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.group.event.Member;
import io.rollbook.provisioning.register.membership.MembershipRegister;
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
                            members.forEach(
                                    group.tenantId(),
                                    group.id(),
                                    member -> {
                                        if (FilterEvaluator.matches(filter, elementOf(member))) {
                                            ids.add(member.value());
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

    private static Complex elementOf(Member member) {
        return Complex.of(
                "value", new Text(member.value()), "type", new Text(member.type().label()));
    }
}
