package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Decimal;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;
import io.rollbook.scim.value.Whole;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random resources, made from the schema itself: valid ones, and ones that are anything. */
final class SchemaArbitraries {
    private static final ResourceType USER = SchemaCatalog.standard().user();

    private SchemaArbitraries() {}

    static Arbitrary<Complex> users() {
        Map<String, Arbitrary<? extends Value>> members = new LinkedHashMap<>();
        USER.attributes().stream()
                .filter(SchemaArbitraries::isKept)
                .forEach(attribute -> members.put(attribute.name(), valueOf(attribute)));
        for (Extension extension : USER.extensions()) {
            members.put(extension.schema().id(), complex(extension.schema().attributes()));
        }
        List<Value> urns = new ArrayList<>(List.of(new Text(USER.base().id())));
        USER.extensions().forEach(each -> urns.add(new Text(each.schema().id())));
        return some(members)
                .map(user -> user.has("userName") ? user : user.with("userName", new Text("u")))
                .map(user -> user.with("schemas", new Many(urns)));
    }

    static Arbitrary<Complex> anythingUnderKnownNames() {
        List<String> names = new ArrayList<>(List.of("unknown", "value", "primary", "$ref"));
        USER.attributes().forEach(attribute -> names.add(attribute.name()));
        USER.extensions().forEach(extension -> names.add(extension.schema().id()));
        names.add("members");
        return objects(names, 3);
    }

    private static Arbitrary<Complex> objects(List<String> names, int depth) {
        Arbitrary<Value> leaves =
                Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(8).map(Text::new),
                        Arbitraries.of(true, false).map(Bool::of),
                        Arbitraries.longs().map(Whole::new),
                        Arbitraries.bigDecimals().map(Decimal::new));
        Arbitrary<Value> values =
                depth == 0
                        ? leaves
                        : Arbitraries.oneOf(
                                leaves,
                                objects(names, depth - 1).map(Value.class::cast),
                                Arbitraries.lazy(() -> objects(names, depth - 1))
                                        .map(Value.class::cast)
                                        .list()
                                        .ofMaxSize(3)
                                        .map(Many::new));
        return Arbitraries.maps(Arbitraries.of(names), values).ofMaxSize(5).map(Complex::of);
    }

    private static boolean isAllowed(String text) {
        return Text.isStorable(text) && !Text.hasControls(text) && !text.isBlank();
    }

    private static boolean isKept(Attribute attribute) {
        return !attribute.isReadOnly() && !attribute.isDiscarded();
    }

    private static Arbitrary<? extends Value> valueOf(Attribute attribute) {
        Arbitrary<? extends Value> one =
                attribute.isComplex() ? complex(attribute.subAttributes()) : simple(attribute);
        return attribute.multiValued()
                ? one.map(Value.class::cast)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .uniqueElements()
                        .map(SchemaArbitraries::withOnePrimary)
                : one;
    }

    private static Arbitrary<Complex> complex(Attributes attributes) {
        Map<String, Arbitrary<? extends Value>> members = new LinkedHashMap<>();
        attributes.stream()
                .filter(SchemaArbitraries::isKept)
                // Where a reference leads is made from its id.
                .filter(attribute -> !attribute.name().equals(Attribute.REF))
                .forEach(attribute -> members.put(attribute.name(), valueOf(attribute)));
        return some(members).filter(complex -> !complex.isEmpty());
    }

    private static Arbitrary<? extends Value> simple(Attribute attribute) {
        return switch (attribute.type()) {
            case BOOLEAN -> Arbitraries.of(Bool.TRUE, Bool.FALSE);
            case BINARY -> Arbitraries.of("QQ==", "QUJD").map(Text::new);
            case REFERENCE -> Arbitraries.of("https://x.example/a?b#c", "../a").map(Text::new);
            case STRING ->
                    Arbitraries.strings()
                            .ofMinLength(1)
                            .ofMaxLength(12)
                            .filter(SchemaArbitraries::isAllowed)
                            .map(Text::new);
            case DECIMAL, INTEGER, DATE_TIME, COMPLEX ->
                    throw new IllegalStateException("none of these in a user");
        };
    }

    private static Arbitrary<Complex> some(Map<String, Arbitrary<? extends Value>> members) {
        return Arbitraries.of(members.keySet())
                .set()
                .flatMap(
                        names -> {
                            Arbitrary<Complex> built = Arbitraries.just(Complex.EMPTY);
                            for (String name : names) {
                                Arbitrary<? extends Value> member = members.get(name);
                                built =
                                        built.flatMap(
                                                soFar ->
                                                        member.map(each -> soFar.with(name, each)));
                            }
                            return built;
                        });
    }

    private static Many withOnePrimary(List<Value> elements) {
        List<Value> rest = new ArrayList<>();
        for (Value element : elements) {
            rest.add(rest.isEmpty() ? element : ((Complex) element).without(Attribute.PRIMARY));
        }
        return new Many(
                SameElement.once(rest).stream()
                        .filter(each -> !((Complex) each).isEmpty())
                        .toList());
    }
}
