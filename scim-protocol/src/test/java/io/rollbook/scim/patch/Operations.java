package io.rollbook.scim.patch;

import static io.rollbook.scim.patch.Patching.USER;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.testing.Resources;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import java.util.List;
import java.util.stream.Stream;

/** Arbitrary operations on users as JSON: mostly sensible, some not. */
final class Operations {
    private static final List<AttributePath> PATHS =
            Stream.concat(
                            USER.attributes().stream().map(AttributePath::of),
                            USER.extensions().stream()
                                    .flatMap(
                                            extension ->
                                                    extension.schema().attributes().stream()
                                                            .map(
                                                                    attribute ->
                                                                            new AttributePath(
                                                                                    extension
                                                                                            .schema()
                                                                                            .id(),
                                                                                    attribute,
                                                                                    null))))
                    .toList();

    private Operations() {}

    static Arbitrary<String> any() {
        return Arbitraries.oneOf(
                onWhole(),
                onElements(false),
                Combinators.combine(verbs(), Arbitraries.strings().ofMaxLength(9), junk())
                        .as((verb, path, value) -> operation(verb, json(new Text(path)), value)));
    }

    /** Those that do not destroy what they are found by. */
    static Arbitrary<String> repeatable() {
        return Arbitraries.oneOf(onWhole(), onElements(true));
    }

    private static Arbitrary<String> onWhole() {
        return Arbitraries.of(PATHS)
                .flatMap(
                        path ->
                                Combinators.combine(verbs(), valueOf(path.attribute()))
                                        .as(
                                                (verb, value) ->
                                                        operation(
                                                                verb,
                                                                json(new Text(path.toString())),
                                                                value)));
    }

    private static Arbitrary<String> onElements(boolean repeatable) {
        return Arbitraries.of(PATHS.stream().filter(p -> p.attribute().isComplex()).toList())
                .flatMap(path -> onElements(path, repeatable));
    }

    private static Arbitrary<String> onElements(AttributePath path, boolean repeatable) {
        List<Attribute> subs = path.attribute().subAttributes().inOrder();
        return Arbitraries.of(subs)
                .flatMap(
                        by ->
                                onElements(
                                        path,
                                        by,
                                        repeatable
                                                ? subs.stream().filter(s -> keeps(s, by)).toList()
                                                : subs));
    }

    private static Arbitrary<String> onElements(
            AttributePath path, Attribute by, List<Attribute> subs) {
        return Arbitraries.of(subs)
                .flatMap(
                        sub ->
                                Combinators.combine(verbs(), Resources.value(by), valueOf(sub))
                                        .as(
                                                (verb, operand, value) ->
                                                        operation(
                                                                verb,
                                                                filtered(path, by, operand, sub),
                                                                value)));
    }

    /** A link and an id are two names of one thing. */
    private static boolean keeps(Attribute sub, Attribute by) {
        boolean sameThing = by.name().equals(Attribute.REF) && sub.name().equals(Attribute.VALUE);
        return !sub.equals(by) && !sub.name().equals(Attribute.REF) && !sameThing;
    }

    private static String filtered(AttributePath path, Attribute by, Value operand, Attribute sub) {
        return json(new Text(path + "[" + by.name() + " eq " + json(operand) + "]." + sub.name()));
    }

    private static Arbitrary<String> valueOf(Attribute attribute) {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Resources.value(attribute).map(Operations::json)), Tuple.of(1, junk()));
    }

    private static Arbitrary<String> junk() {
        return Arbitraries.of("null", "''", "[]", "{}", "5", "true", "'x'", "[{}]", "{'value':'1'}")
                .map(text -> text.replace('\'', '"'));
    }

    private static Arbitrary<String> verbs() {
        return Arbitraries.of("add", "Replace", "REMOVE");
    }

    private static String operation(String verb, String path, String value) {
        return "{\"value\":%s,\"op\":\"%s\",\"path\":%s}".formatted(value, verb, path);
    }

    private static String json(Value value) {
        return new String(Json.write(value), UTF_8);
    }
}
