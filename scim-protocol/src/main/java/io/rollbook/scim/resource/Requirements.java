package io.rollbook.scim.resource;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Predicate;

/** Whether everything is there that must be (RFC 7643 §7, "required"). */
public final class Requirements {
    private Requirements() {}

    /** Gives the same attributes, or refuses with the name of the first that is missing. */
    public static Outcome<Complex> met(Complex attributes, ResourceType type) {
        return Refusal.toOutcome(
                () -> {
                    check(attributes, type);
                    return attributes;
                });
    }

    /**
     * The same for a resource that is changed in places: an extension that stays as it was is not
     * asked, because it may have become required after the resource was made.
     */
    public static Outcome<Complex> kept(Complex before, Complex after, ResourceType type) {
        return Refusal.toOutcome(
                () -> {
                    check(
                            after,
                            type,
                            extension -> {
                                String urn = extension.schema().id();
                                return !Objects.equals(before.get(urn), after.get(urn));
                            });
                    return after;
                });
    }

    static void check(Complex attributes, ResourceType type) {
        check(attributes, type, extension -> true);
    }

    private static void check(Complex attributes, ResourceType type, Predicate<Extension> isAsked) {
        for (Attribute required : type.attributes().required()) {
            if (isMissing(attributes.get(required.name()))) {
                throw Misfit.missing(null, required);
            }
        }
        for (Extension extension : type.extensions()) {
            if (!isAsked.test(extension)) {
                continue;
            }
            Value container = attributes.get(extension.schema().id());
            if (container instanceof Complex members) {
                check(members, extension);
            } else if (extension.required()) {
                throw Misfit.value(
                        "The extension '%s' is required.".formatted(extension.schema().id()));
            }
        }
    }

    static void check(Attribute attribute, Complex value) {
        for (Attribute required : attribute.subAttributes().required()) {
            if (isMissing(value.get(required.name()))) {
                throw Misfit.missing(attribute, required);
            }
        }
    }

    private static void check(Complex members, Extension extension) {
        for (Attribute required : extension.schema().attributes().required()) {
            if (isMissing(members.get(required.name()))) {
                throw Misfit.missing(null, required);
            }
        }
    }

    private static boolean isMissing(@Nullable Value value) {
        return value == null || (value instanceof Text(String text) && text.isBlank());
    }
}
