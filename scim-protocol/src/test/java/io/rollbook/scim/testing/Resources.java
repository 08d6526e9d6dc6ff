package io.rollbook.scim.testing;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
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

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Arbitrary states of resources, made from the schema: everything in them is assigned and of the
 * right type. Few different texts, so that equal values meet.
 */
public final class Resources {
    private Resources() {}

    public static Arbitrary<Complex> of(ResourceType type) {
        Stream<Arbitrary<Member>> own =
                type.attributes().stream()
                        .filter(attribute -> isStored(attribute) && !type.isDetached(attribute))
                        .map(Resources::member);
        Stream<Arbitrary<Member>> containers = type.extensions().stream().map(Resources::container);
        return complex(Stream.concat(own, containers).toList());
    }

    /** A value that is assigned to the attribute: a list for a multi-valued one. */
    public static Arbitrary<Value> value(Attribute attribute) {
        Arbitrary<Value> element = element(attribute);
        return attribute.multiValued()
                ? element.list().ofMinSize(1).ofMaxSize(3).uniqueElements().map(Many::new)
                : element;
    }

    /** One element of a multi-valued attribute. */
    public static Arbitrary<Value> element(Attribute attribute) {
        return switch (attribute.type()) {
            case STRING, REFERENCE, DATE_TIME, BINARY ->
                    Arbitraries.of("a", "B", "work", "home", "ß", "0").map(Text::new);
            case BOOLEAN -> Arbitraries.of(Bool.TRUE, Bool.FALSE);
            case INTEGER -> Arbitraries.longs().map(Whole::new);
            case DECIMAL -> Arbitraries.bigDecimals().map(Decimal::new);
            case COMPLEX -> subAttributes(attribute).filter(subs -> !subs.isEmpty()).map(c -> c);
        };
    }

    private static Arbitrary<Complex> subAttributes(Attribute attribute) {
        return complex(
                attribute.subAttributes().stream()
                        .filter(sub -> attribute.isReadOnly() || !sub.isReadOnly())
                        .map(Resources::member)
                        .toList());
    }

    private static Arbitrary<Member> container(Extension extension) {
        Arbitrary<Complex> members =
                complex(
                        extension.schema().attributes().stream()
                                .filter(Resources::isStored)
                                .map(Resources::member)
                                .toList());
        return members.map(
                value ->
                        new Member(
                                extension.schema().id(),
                                value.isEmpty() ? Optional.empty() : Optional.of(value)));
    }

    private static Arbitrary<Member> member(Attribute attribute) {
        return value(attribute)
                .optional(attribute.required() ? 1.0 : 0.4)
                .map(value -> new Member(attribute.name(), value));
    }

    private static Arbitrary<Complex> complex(List<Arbitrary<Member>> members) {
        return Combinators.combine(members)
                .as(
                        chosen -> {
                            ComplexBuilder builder = Complex.builder();
                            chosen.forEach(
                                    member ->
                                            member.value()
                                                    .ifPresent(v -> builder.put(member.name(), v)));
                            return builder.build();
                        });
    }

    private static boolean isStored(Attribute attribute) {
        return !attribute.isReadOnly() && !attribute.isDiscarded();
    }

    private record Member(String name, Optional<Value> value) {}
}
