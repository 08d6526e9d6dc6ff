package io.rollbook.scim.change;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/**
 * What a PUT makes of a resource (RFC 7644 §3.5.1): the attributes that were sent. An immutable one
 * that has a value keeps it; sent with another value, it is refused, left out, it stays.
 */
public final class Replacement {
    private Replacement() {}

    /**
     * @param current attributes of the resource as it is
     * @param wanted the attributes that were sent
     */
    public static Outcome<Complex> of(Complex current, Complex wanted, ResourceType type) {
        return Refusal.toOutcome(
                () -> {
                    Complex replaced = wanted;
                    for (AttributePath path : immutable(type).toList()) {
                        replaced = keeping(path, current, replaced);
                    }
                    return replaced;
                });
    }

    /** The same if nothing were refused: what was sent, where that is not allowed. */
    public static Complex wished(Complex current, Complex wanted, ResourceType type) {
        return switch (of(current, wanted, type)) {
            case Outcome.Accepted<Complex>(Complex replaced) -> replaced;
            case Outcome.Refused<Complex> _ -> wanted;
        };
    }

    private static Stream<AttributePath> immutable(ResourceType type) {
        return Stream.concat(
                        type.attributes().stream()
                                .filter(attribute -> !type.isDetached(attribute))
                                .map(AttributePath::of),
                        type.extensions().stream()
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
                .flatMap(Replacement::immutable);
    }

    /** The attribute itself, or the parts of a single-valued one. */
    private static Stream<AttributePath> immutable(AttributePath path) {
        Attribute attribute = path.attribute();
        if (attribute.mutability() == Mutability.IMMUTABLE) {
            return Stream.of(path);
        }
        return attribute.multiValued()
                ? Stream.empty()
                : attribute.subAttributes().stream()
                        .filter(sub -> sub.mutability() == Mutability.IMMUTABLE)
                        .map(path::withSubAttribute);
    }

    private static Complex keeping(AttributePath path, Complex current, Complex wanted) {
        Value kept = path.attributeIn(current);
        Value sent = path.attributeIn(wanted);
        Attribute sub = path.subAttribute();
        if (sub == null) {
            check(path, kept, sent);
            return kept == null || sent != null ? wanted : path.assignedIn(wanted, kept);
        }
        Value keptPart = kept instanceof Complex complex ? complex.get(sub.name()) : null;
        Complex sentWhole = sent instanceof Complex complex ? complex : Complex.EMPTY;
        Value sentPart = sentWhole.get(sub.name());
        check(path, keptPart, sentPart);
        return keptPart == null || sentPart != null
                ? wanted
                : path.assignedIn(wanted, sentWhole.with(sub.name(), keptPart));
    }

    private static void check(AttributePath path, @Nullable Value kept, @Nullable Value sent) {
        if (kept != null && sent != null && !kept.equals(sent)) {
            throw new Refusal(
                    ScimError.badRequest(
                            ScimType.MUTABILITY,
                            "Attribute '%s' is immutable and has another value already."
                                    .formatted(path)));
        }
    }
}
