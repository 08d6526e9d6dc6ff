package io.rollbook.projections.filtersql;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.schema.Schema;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.schema.Uniqueness;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Decimal;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;
import io.rollbook.scim.value.Whole;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Users with an extension of a customer's own, whose attributes are of every type there is. */
final class AllTypes {

    private static final String URN = "urn:example:All:2.0:User";
    private static final List<AttributeType> TYPES =
            Stream.of(AttributeType.values()).filter(t -> t != AttributeType.COMPLEX).toList();

    private final ResourceType type;
    private final Attributes attributes;

    AllTypes() {
        var parts = new ArrayList<Attribute>();
        TYPES.forEach(each -> parts.add(attribute("s" + each, each, false, Attributes.NONE)));
        var all = new ArrayList<Attribute>();
        TYPES.forEach(each -> all.add(attribute("one" + each, each, false, Attributes.NONE)));
        TYPES.forEach(each -> all.add(attribute("many" + each, each, true, Attributes.NONE)));
        all.add(attribute("part", AttributeType.COMPLEX, false, new Attributes(parts)));
        all.add(attribute("parts", AttributeType.COMPLEX, true, new Attributes(parts)));
        attributes = new Attributes(all);
        var user = SchemaCatalog.standard().user();
        var extension = new Extension(new Schema(URN, "All", "", attributes), false, false);
        type =
                new ResourceType(
                        user.name(),
                        user.endpoint(),
                        "",
                        user.base(),
                        Stream.concat(user.extensions().stream(), Stream.of(extension)).toList(),
                        user.attributes(),
                        user.detached());
    }

    ResourceType type() {
        return type;
    }

    Complex resource(long seed) {
        return Complex.of(
                "userName", new Text("t" + seed), URN, complex(attributes, new Random(seed)));
    }

    Arbitrary<String> filters() {
        var leaves = new ArrayList<Arbitrary<String>>();
        for (var attribute : attributes) {
            var name = URN + ":" + attribute.name();
            leaves.add(Arbitraries.of(name + " pr", name + " eq null"));
            if (!attribute.isComplex()) {
                leaves.add(comparisons(name, attribute.type()));
                continue;
            }
            for (var sub : attribute.subAttributes()) {
                leaves.add(comparisons(name + "." + sub.name(), sub.type()));
                var inner = comparisons(sub.name(), sub.type());
                leaves.add(inner.map(each -> name + "[" + each + "]"));
                leaves.add(inner.map(each -> name + "[not (" + each + ")]"));
            }
        }
        var leaf = Arbitraries.oneOf(leaves);
        return Arbitraries.oneOf(
                leaf,
                leaf.map(each -> "not (" + each + ")"),
                Combinators.combine(leaf, Arbitraries.of(" and ", " or "), leaf)
                        .as((a, operator, b) -> a + operator + b));
    }

    private static Arbitrary<String> comparisons(String name, AttributeType type) {
        var operators =
                switch (type) {
                    case STRING, REFERENCE ->
                            List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
                    case BOOLEAN, BINARY -> List.of("eq", "ne");
                    case INTEGER, DECIMAL, DATE_TIME, COMPLEX ->
                            List.of("eq", "ne", "gt", "ge", "lt", "le");
                };
        return Combinators.combine(Arbitraries.of(operators), Arbitraries.randoms())
                .as((operator, random) -> name + " " + operator + " " + operand(type, random));
    }

    private static String operand(AttributeType type, Random random) {
        return switch (simple(type, random)) {
            case Text(String text) -> "\"" + text.replace("\\", "\\\\") + "\"";
            case Bool(boolean bool) -> Boolean.toString(bool);
            case Whole(long whole) -> whole + (random.nextBoolean() ? ".0" : "");
            case Decimal(BigDecimal decimal) -> decimal.toPlainString();
            case Complex complex -> throw new AssertionError(complex);
            case Many many -> throw new AssertionError(many);
        };
    }

    private static Complex complex(Attributes definitions, Random random) {
        ComplexBuilder complex = Complex.builder();
        for (var definition : definitions) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            var value = value(definition, random);
            if (definition.multiValued()) {
                var other = value(definition, random);
                complex.put(definition.name(), new Many(List.of(value, other)));
            } else {
                complex.put(definition.name(), value);
            }
        }
        return complex.build();
    }

    private static Value value(Attribute definition, Random random) {
        return definition.isComplex()
                ? complex(definition.subAttributes(), random)
                : simple(definition.type(), random);
    }

    private static Value simple(AttributeType type, Random random) {
        return switch (type) {
            case STRING -> any(random, "ada", "ADA", "Stra\u00dfe", "STRASSE", "\\", "", "a_a");
            case REFERENCE ->
                    any(random, "https://h/v2/Users/1", "https://h/Users/1", "urn:x", "h");
            case BINARY -> any(random, "+/8=", "-_8", "YWRh", "YQ");
            case DATE_TIME ->
                    any(
                            random,
                            "2026-03-02T09:15:00Z",
                            "2026-03-02T10:15:00+01:00",
                            "1969-12-31T23:59:59.999999999Z",
                            "-0044-03-15T12:00:00Z",
                            "+99999-01-01T00:00:00Z");
            case BOOLEAN -> random.nextBoolean() ? Bool.TRUE : Bool.FALSE;
            case INTEGER -> new Whole(List.of(0L, -1L, 5L, Long.MAX_VALUE).get(random.nextInt(4)));
            case DECIMAL ->
                    new Decimal(
                            new BigDecimal(
                                    List.of("0", "-1.50", "5.0", "0.1", "100000000000000000000.5")
                                            .get(random.nextInt(5))));
            case COMPLEX -> throw new IllegalArgumentException();
        };
    }

    private static Text any(Random random, String... texts) {
        return new Text(texts[random.nextInt(texts.length)]);
    }

    private static Attribute attribute(
            String name, AttributeType type, boolean multiValued, Attributes parts) {
        return new Attribute(
                name,
                type,
                multiValued,
                "",
                false,
                List.of(),
                type == AttributeType.REFERENCE || type == AttributeType.BINARY,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                type == AttributeType.REFERENCE ? List.of("User") : List.of(),
                parts);
    }
}
