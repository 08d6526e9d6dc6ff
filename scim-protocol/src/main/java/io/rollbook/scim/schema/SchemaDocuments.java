package io.rollbook.scim.schema;

import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads schema documents in the form of RFC 7643 §7; what they leave out has §2.2's default. */
final class SchemaDocuments {
    private SchemaDocuments() {}

    static Schema load(String name) {
        try (InputStream document = SchemaDocuments.class.getResourceAsStream(name + ".json")) {
            if (document == null) {
                throw new IllegalStateException("schema document missing: " + name);
            }
            return schema(Json.readObject(document.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("schema document unreadable: " + name, e);
        }
    }

    static Schema schema(Complex document) {
        return new Schema(
                text(document, "id", ""),
                text(document, "name", ""),
                text(document, "description", ""),
                attributes(document.get("attributes")));
    }

    private static Attributes attributes(@Nullable Value definitions) {
        return definitions instanceof Many(List<Value> elements)
                ? new Attributes(elements.stream().map(each -> attribute((Complex) each)).toList())
                : Attributes.NONE;
    }

    private static Attribute attribute(Complex definition) {
        return new Attribute(
                text(definition, "name", ""),
                keyword(definition, "type", "string", AttributeType.values(), t -> t.keyword()),
                flag(definition, "multiValued"),
                text(definition, "description", ""),
                flag(definition, "required"),
                texts(definition, "canonicalValues"),
                flag(definition, "caseExact"),
                keyword(
                        definition,
                        "mutability",
                        "readWrite",
                        Mutability.values(),
                        m -> m.keyword()),
                keyword(definition, "returned", "default", Returned.values(), r -> r.keyword()),
                keyword(definition, "uniqueness", "none", Uniqueness.values(), u -> u.keyword()),
                texts(definition, "referenceTypes"),
                attributes(definition.get("subAttributes")));
    }

    private static <E> E keyword(
            Complex definition,
            String characteristic,
            String otherwise,
            E[] all,
            Function<E, String> keywordOf) {
        String keyword = text(definition, characteristic, otherwise);
        return Arrays.stream(all)
                .filter(each -> keywordOf.apply(each).equals(keyword))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(characteristic + ": " + keyword));
    }

    private static String text(Complex definition, String name, String otherwise) {
        return definition.get(name) instanceof Text(String text) ? text : otherwise;
    }

    private static boolean flag(Complex definition, String name) {
        return definition.get(name) instanceof Bool(boolean flag) && flag;
    }

    private static List<String> texts(Complex definition, String name) {
        return definition.get(name) instanceof Many(List<Value> elements)
                ? elements.stream().map(each -> ((Text) each).value()).toList()
                : List.of();
    }
}
