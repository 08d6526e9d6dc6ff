package io.rollbook.scim.extension;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.schema.Uniqueness;

import java.util.List;

/** Which characteristics go together, and which of them this service can keep. */
final class Soundness {
    private static final String EXTERNAL = "external";
    private static final String URI = "uri";

    private Soundness() {}

    /**
     * @param part whether it is a sub-attribute
     */
    static void check(boolean part, Attribute attribute, Members definition) {
        checkType(part, attribute, definition);
        checkReference(part, attribute, definition);
        checkLifeCycle(attribute, definition);
        if (part) {
            checkPart(attribute, definition);
        }
        if (attribute.uniqueness() != Uniqueness.NONE) {
            throw Objection.at(
                    definition.placeOf("uniqueness"),
                    "values of an extension are not kept unique: declare 'none'.");
        }
    }

    private static void checkType(boolean part, Attribute attribute, Members definition) {
        if (part && attribute.isComplex()) {
            throw Objection.at(
                    definition.placeOf("type"),
                    "a complex attribute has no complex sub-attribute (RFC 7643 §2.3.8).");
        }
        if (!attribute.isComplex() && definition.has("subAttributes")) {
            throw Objection.at(
                    definition.placeOf("subAttributes"), "only type 'complex' has them.");
        }
        if (!attribute.canonicalValues().isEmpty() && attribute.type() != AttributeType.STRING) {
            throw Objection.at(
                    definition.placeOf("canonicalValues"), "only type 'string' has them.");
        }
        Attribute primary = attribute.subAttributes().find(Attribute.PRIMARY);
        if (primary != null && primary.type() != AttributeType.BOOLEAN) {
            throw Objection.at(
                    definition.placeOf(Attribute.PRIMARY),
                    "it marks one value of several and is of type 'boolean' (RFC 7643 §2.4).");
        }
    }

    private static void checkReference(boolean part, Attribute attribute, Members definition) {
        boolean isReference = attribute.type() == AttributeType.REFERENCE;
        if (isReference == attribute.referenceTypes().isEmpty()) {
            throw Objection.at(
                    definition.placeOf("referenceTypes"),
                    isReference
                            ? "external, uri, User or Group are expected."
                            : "only type 'reference' has them.");
        }
        for (String target : attribute.referenceTypes()) {
            if (!target.equals(EXTERNAL) && !target.equals(URI) && !isResource(target)) {
                throw Objection.at(
                        definition.placeOf("referenceTypes"),
                        "external, uri, User or Group are expected.");
            }
        }
        if (part && attribute.name().equals(Attribute.REF) && !isReference) {
            throw Objection.at(definition.placeOf("type"), "'$ref' is of type 'reference'.");
        }
        Attribute ref = attribute.subAttributes().find(Attribute.REF);
        if (ref != null && ref.referenceTypes().stream().anyMatch(Soundness::isResource)) {
            checkResourceReference(attribute, ref.referenceTypes(), definition);
        }
    }

    /** Of a reference to a resource only the id is kept, and the location is made from it. */
    private static void checkResourceReference(
            Attribute attribute, List<String> targets, Members definition) {
        Attribute value = attribute.subAttributes().find(Attribute.VALUE);
        if (targets.size() != 1 || value == null || value.type() != AttributeType.STRING) {
            throw Objection.at(
                    definition.placeOf(Attribute.REF),
                    "a reference to resources names one type of them and has a 'value' of type"
                            + " 'string' beside it (RFC 7643 §2.4).");
        }
    }

    private static void checkLifeCycle(Attribute attribute, Members definition) {
        boolean never = attribute.returned() == Returned.NEVER;
        if (attribute.mutability() == Mutability.WRITE_ONLY && !never) {
            throw Objection.at(
                    definition.placeOf("returned"),
                    "what is writeOnly is returned 'never' (RFC 7643 §7).");
        }
        boolean clientsOwn =
                attribute.mutability() == Mutability.READ_WRITE
                        || attribute.mutability() == Mutability.WRITE_ONLY;
        if (never && (!clientsOwn || attribute.required())) {
            throw Objection.at(
                    definition.placeOf("returned"),
                    "what is returned 'never' is not kept at all, so it can be neither required nor"
                            + " immutable nor readOnly.");
        }
        if (attribute.required() && attribute.isReadOnly()) {
            throw Objection.at(
                    definition.placeOf("required"),
                    "nobody could give it a value: it is readOnly.");
        }
    }

    private static void checkPart(Attribute attribute, Members definition) {
        if (attribute.multiValued()) {
            throw Objection.at(
                    definition.placeOf("multiValued"), "a sub-attribute has one value here.");
        }
        if (attribute.returned() != Returned.DEFAULT) {
            throw Objection.at(
                    definition.placeOf("returned"),
                    "a sub-attribute is returned with its attribute: declare 'default' here and"
                            + " what is wanted there.");
        }
    }

    private static boolean isResource(String target) {
        return SchemaCatalog.standard().named(target) != null;
    }
}
