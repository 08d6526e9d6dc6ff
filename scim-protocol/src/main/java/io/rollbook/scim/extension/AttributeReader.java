package io.rollbook.scim.extension;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.schema.Uniqueness;
import io.rollbook.scim.value.Complex;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the definition of one attribute; what it leaves out has the default of RFC 7643 §2.2. */
final class AttributeReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9$_-]{0,63}");

    private AttributeReader() {}

    /**
     * @param parent the name of the attribute that this is a part of; null for none
     * @param place such as {@code attributes[3]}, until the name is known
     */
    static Attribute read(@Nullable String parent, String place, Complex definition) {
        Members unnamed = new Members(place, definition);
        String name = unnamed.text("name", "");
        boolean isReference = name.equals(Attribute.REF) && parent != null;
        if (!isReference && !NAME.matcher(name).matches()) {
            throw Objection.at(
                    unnamed.placeOf("name"),
                    "a letter and then at most 63 letters, digits, '$', '_' or '-' are expected"
                            + " (RFC 7643 §2.1).");
        }
        String path = parent == null ? name : parent + "." + name;
        Members members = new Members("attribute '" + path + "'", definition);
        Attribute attribute = attribute(path, members);
        Soundness.check(parent != null, attribute, members);
        return attribute;
    }

    private static Attribute attribute(String path, Members members) {
        members.only(
                "name",
                "type",
                "multiValued",
                "description",
                "required",
                "canonicalValues",
                "caseExact",
                "mutability",
                "returned",
                "uniqueness",
                "referenceTypes",
                "subAttributes");
        AttributeType type =
                keyword(
                        members,
                        "type",
                        AttributeType.STRING,
                        AttributeType.values(),
                        AttributeType::keyword);
        Mutability mutability =
                keyword(
                        members,
                        "mutability",
                        Mutability.READ_WRITE,
                        Mutability.values(),
                        Mutability::keyword);
        return new Attribute(
                members.text("name", ""),
                type,
                members.flag("multiValued", false),
                members.text("description", ""),
                members.flag("required", false),
                members.texts("canonicalValues", List.of()),
                caseExact(type, members),
                mutability,
                keyword(
                        members,
                        "returned",
                        mutability == Mutability.WRITE_ONLY ? Returned.NEVER : Returned.DEFAULT,
                        Returned.values(),
                        Returned::keyword),
                keyword(
                        members,
                        "uniqueness",
                        Uniqueness.NONE,
                        Uniqueness.values(),
                        Uniqueness::keyword),
                members.texts("referenceTypes", List.of()),
                type == AttributeType.COMPLEX
                        ? new Attributes(ExtensionReader.attributes(path, "subAttributes", members))
                        : Attributes.NONE);
    }

    /** References and binaries are case-exact by nature (RFC 7643 §2.3.6, §2.3.7). */
    private static boolean caseExact(AttributeType type, Members members) {
        return switch (type) {
            case STRING -> members.flag("caseExact", false);
            case REFERENCE, BINARY -> {
                if (!members.flag("caseExact", true)) {
                    throw Objection.at(
                            members.placeOf("caseExact"),
                            "values of type %s are case-exact.".formatted(type.keyword()));
                }
                yield true;
            }
            case BOOLEAN, DECIMAL, INTEGER, DATE_TIME, COMPLEX -> {
                members.flag("caseExact", false);
                yield false;
            }
        };
    }

    private static <E> E keyword(
            Members members, String name, E otherwise, E[] all, Function<E, String> keywordOf) {
        if (!members.has(name)) {
            return otherwise;
        }
        String keyword = members.text(name, "");
        return Arrays.stream(all)
                .filter(each -> keywordOf.apply(each).equals(keyword))
                .findFirst()
                .orElseThrow(
                        () ->
                                Objection.at(
                                        members.placeOf(name),
                                        "one of %s is expected."
                                                .formatted(
                                                        Arrays.stream(all)
                                                                .map(keywordOf)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
