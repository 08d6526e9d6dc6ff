package io.rollbook.scim.patch.edit;

import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

/** Immutable attributes may be set once, when they are empty (RFC 7644 §3.5.2). */
public final class Immutability {
    private Immutability() {}

    /** Of a whole attribute; the elements of a multi-valued one come and go as wholes. */
    public static void check(Attribute attribute, @Nullable Value before, @Nullable Value after) {
        if (attribute.mutability() == Mutability.IMMUTABLE
                && before != null
                && !before.equals(after)) {
            throw Refusals.immutable(attribute.name());
        }
        if (before instanceof Complex old && after instanceof Complex now) {
            checkSubAttributes(attribute, old, now);
        }
    }

    /** Of one value that is edited and not replaced by another one. */
    static void checkSubAttributes(Attribute attribute, Complex before, Complex after) {
        for (Attribute sub : attribute.subAttributes()) {
            Value old = before.get(sub.name());
            if (sub.mutability() == Mutability.IMMUTABLE
                    && old != null
                    && !old.equals(after.get(sub.name()))) {
                throw Refusals.immutable(attribute.name() + "." + sub.name());
            }
        }
    }
}
