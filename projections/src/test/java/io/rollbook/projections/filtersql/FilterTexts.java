package io.rollbook.projections.filtersql;

import io.rollbook.projections.fixture.Client;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Filters of the whole grammar over every attribute of a resource type. */
final class FilterTexts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ANY =
            List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
    private static final List<String> ORDER = List.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final List<String> EQUALITY = List.of("eq", "ne");

    private final ResourceType type;

    FilterTexts(ResourceType type) {
        this.type = type;
    }

    /** One in three is about what indexes answer, where a shortcut could lose a row. */
    Arbitrary<String> filters() {
        return Arbitraries.recursive(
                () -> Arbitraries.frequencyOf(Tuple.of(2, leaves()), Tuple.of(1, indexed())),
                this::combined,
                0,
                3);
    }

    private Arbitrary<String> indexed() {
        var names =
                type.equals(SchemaCatalog.standard().user())
                        ? List.of(
                                "userName",
                                "displayName",
                                "externalId",
                                "emails",
                                "emails.value",
                                "employeeNumber",
                                "manager",
                                "groups",
                                "groups.value",
                                "groups.display")
                        : List.of("displayName", "members", "members.value", "externalId");
        return Arbitraries.oneOf(
                comparisons(Arbitraries.of(names), ANY, quoted(RandomDirectory.TEXTS)),
                comparisons(
                        Arbitraries.of("meta.created", "meta.lastModified", "META.lastmodified"),
                        ORDER,
                        quoted(moments())),
                comparisons(Arbitraries.of("id"), ANY, quoted(List.of("u1", "g1", "U1", "u", ""))));
    }

    private Arbitrary<String> leaves() {
        var names = new ArrayList<Arbitrary<String>>();
        for (var attribute : type.attributes()) {
            addLeaves("", attribute, names);
        }
        for (var attribute : type.base().attributes()) {
            addLeaves(type.base().id().toUpperCase(Locale.ROOT) + ":", attribute, names);
        }
        for (var extension : type.extensions()) {
            for (var attribute : extension.schema().attributes()) {
                addLeaves(extension.schema().id() + ":", attribute, names);
            }
        }
        return Arbitraries.oneOf(names);
    }

    private void addLeaves(String prefix, Attribute attribute, List<Arbitrary<String>> into) {
        if (attribute.isDiscarded()) {
            return;
        }
        var name = prefix + attribute.name();
        into.add(Arbitraries.of(name + " pr", name + " eq null", name + " NE null"));
        if (attribute.type() != AttributeType.COMPLEX) {
            into.add(comparisons(name, attribute));
            return;
        }
        var inner = new ArrayList<Arbitrary<String>>();
        var value = attribute.subAttributes().find(Attribute.VALUE);
        if (value != null) {
            into.add(comparisons(name, value));
        }
        for (var sub : attribute.subAttributes()) {
            into.add(comparisons(name + "." + sub.name(), sub));
            inner.add(comparisons(sub.name(), sub));
            inner.add(Arbitraries.just(sub.name() + " pr"));
        }
        var one = Arbitraries.oneOf(inner);
        into.add(combined(one).map(each -> name + "[" + each + "]"));
        into.add(one.map(each -> name + "[" + each + "]"));
        into.add(Combinators.combine(one, one).as((a, b) -> name + "[" + a + "]." + b));
    }

    private Arbitrary<String> combined(Arbitrary<String> parts) {
        return Arbitraries.oneOf(
                Combinators.combine(parts, Arbitraries.of("and", "or"), parts)
                        .as((a, operator, b) -> "(%s) %s (%s)".formatted(a, operator, b)),
                // Without parentheses, so that precedence decides.
                Combinators.combine(
                                parts,
                                Arbitraries.of("and", "or", "and not"),
                                parts,
                                Arbitraries.of("or", "AND"),
                                parts)
                        .as(
                                (a, one, b, other, c) ->
                                        "%s %s (%s) %s %s".formatted(a, one, b, other, c)),
                parts.map(each -> "not (" + each + ")"));
    }

    private static Arbitrary<String> comparisons(String name, Attribute attribute) {
        return switch (attribute.type()) {
            case STRING -> comparisons(name, ANY, quoted(RandomDirectory.TEXTS));
            case REFERENCE -> comparisons(name, ANY, quoted(references()));
            case BINARY -> comparisons(name, EQUALITY, quoted(List.of("YWRh", "YWQ", "YQ==")));
            case BOOLEAN -> comparisons(name, EQUALITY, Arbitraries.of("true", "False", "null"));
            case INTEGER, DECIMAL -> comparisons(name, ORDER, Arbitraries.of("0", "1.5", "2"));
            case DATE_TIME -> comparisons(name, ORDER, quoted(moments()));
            case COMPLEX -> throw new IllegalArgumentException(name);
        };
    }

    private static Arbitrary<String> comparisons(
            String name, List<String> operators, Arbitrary<String> operands) {
        return comparisons(Arbitraries.of(name), operators, operands);
    }

    private static Arbitrary<String> comparisons(
            Arbitrary<String> names, List<String> operators, Arbitrary<String> operands) {
        return Combinators.combine(names, Arbitraries.of(operators), operands)
                .as((name, operator, operand) -> name + " " + operator + " " + operand);
    }

    private static Arbitrary<String> quoted(List<String> texts) {
        return Arbitraries.of(texts).map(JSON::writeValueAsString);
    }

    private static List<String> references() {
        return List.of(
                Client.BASE + "/Users/u1",
                "https://rollbook.example/scim/Groups/g2",
                "/Groups/",
                "https://example.com/v2/ada",
                "https://",
                "urn:ietf:params:scim:schemas:core:2.0:User");
    }

    private static List<String> moments() {
        return List.of(
                "2026-03-02T09:15:05.123Z",
                "2026-03-02T10:15:20.123+01:00",
                "2026-03-02T09:15:20.1230000001Z",
                "2026-03-02T09:15:20.123Z",
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "1900-01-01T00:00:00Z");
    }
}
