package io.rollbook.scim.extension;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.schema.Schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Which changes of a registered extension are allowed: those after which everything that is stored
 * still fits, byte by byte, so that nothing has to be rewritten and a request decided a moment
 * earlier decides the same.
 */
final class Compatibility {
    private Compatibility() {}

    /** The wanted extension, with known attributes first and in their order. */
    static TenantExtension merge(TenantExtension known, TenantExtension wanted) {
        if (!known.urn().equals(wanted.urn())) {
            throw Objection.conflict("id", "it is spelled '%s'.".formatted(known.urn()));
        }
        if (!known.resourceType().equals(wanted.resourceType())) {
            throw Objection.conflict(
                    "resourceType", "it belongs to %s.".formatted(known.resourceType()));
        }
        Schema schema = wanted.schema();
        return new TenantExtension(
                wanted.resourceType(),
                wanted.required(),
                new Schema(
                        schema.id(),
                        schema.name(),
                        schema.description(),
                        merge("", known.schema().attributes(), schema.attributes())));
    }

    private static Attributes merge(String parent, Attributes known, Attributes wanted) {
        List<Attribute> merged = new ArrayList<>();
        for (Attribute old : known) {
            Attribute now = wanted.find(old.name());
            String place = place(parent, old);
            if (now == null) {
                throw Objection.conflict(
                        place, "an attribute cannot be removed, resources may hold values of it.");
            }
            check(place, old, now);
            merged.add(
                    withSubAttributes(
                            now,
                            merge(
                                    parent + old.name() + ".",
                                    old.subAttributes(),
                                    now.subAttributes())));
        }
        for (Attribute now : wanted) {
            if (known.find(now.name()) == null) {
                if (now.required()) {
                    throw Objection.conflict(
                            place(parent, now),
                            "what is added later cannot be required, resources do not have it.");
                }
                merged.add(now);
            }
        }
        return new Attributes(merged);
    }

    private static void check(String place, Attribute old, Attribute now) {
        same(place, "name", old, now, Attribute::name);
        same(place, "type", old, now, each -> each.type().keyword());
        same(place, "multiValued", old, now, Attribute::multiValued);
        same(place, "caseExact", old, now, Attribute::caseExact);
        same(place, "referenceTypes", old, now, Attribute::referenceTypes);
        same(place, "uniqueness", old, now, Attribute::uniqueness);
        if (now.required() && !old.required()) {
            throw Objection.conflict(place, "it cannot become required, resources may lack it.");
        }
        boolean freed = isClientsOwn(old.mutability()) && isClientsOwn(now.mutability());
        if (old.mutability() != now.mutability() && !freed) {
            throw changed(place, "mutability", old.mutability().keyword());
        }
        if (old.returned() != now.returned()
                && (old.returned() == Returned.NEVER || now.returned() == Returned.NEVER)) {
            throw changed(place, "returned", old.returned().keyword());
        }
    }

    private static boolean isClientsOwn(Mutability mutability) {
        return mutability == Mutability.READ_WRITE || mutability == Mutability.IMMUTABLE;
    }

    private static void same(
            String place,
            String characteristic,
            Attribute old,
            Attribute now,
            Function<Attribute, Object> of) {
        if (!Objects.equals(of.apply(old), of.apply(now))) {
            throw changed(place, characteristic, of.apply(old));
        }
    }

    private static Refusal changed(String place, String characteristic, Object was) {
        return Objection.conflict(
                place,
                "%s is '%s' and cannot change, resources may hold values of it."
                        .formatted(characteristic, was));
    }

    private static String place(String parent, Attribute attribute) {
        return "attribute '" + parent + attribute.name() + "'";
    }

    private static Attribute withSubAttributes(Attribute attribute, Attributes subAttributes) {
        return new Attribute(
                attribute.name(),
                attribute.type(),
                attribute.multiValued(),
                attribute.description(),
                attribute.required(),
                attribute.canonicalValues(),
                attribute.caseExact(),
                attribute.mutability(),
                attribute.returned(),
                attribute.uniqueness(),
                attribute.referenceTypes(),
                subAttributes);
    }
}
