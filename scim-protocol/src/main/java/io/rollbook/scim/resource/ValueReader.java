package io.rollbook.scim.resource;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexStack;
import io.rollbook.scim.value.Value;

import tools.jackson.core.JsonParser;

import java.util.List;
import java.util.Optional;

/**
 * Reads single values by the same rules as whole resources: what a PATCH operation carries. The
 * parser stands on the first token of the value and is left on its last; after a refusal its place
 * is undefined. Empty means "unassigned". Read-only sub-attributes are left out; unknown ones too,
 * and these are noted.
 */
public final class ValueReader {
    private final boolean lenient;
    private final IgnoredNames ignored;

    public ValueReader(Profile profile, IgnoredNames ignored) {
        this.lenient = profile == Profile.ENTRA;
        this.ignored = ignored;
    }

    /** The value of an attribute or sub-attribute; for a multi-valued one the whole list. */
    public Outcome<Optional<Value>> read(JsonParser parser, Attribute attribute) {
        return Refusal.toOutcome(() -> Optional.ofNullable(reader().read(parser, attribute)));
    }

    /** One element of a multi-valued attribute, or the value of a single-valued one. */
    public Outcome<Optional<Value>> readElement(JsonParser parser, Attribute attribute) {
        return Refusal.toOutcome(
                () -> Optional.ofNullable(reader().element(parser, null, attribute)));
    }

    /** Elements of a multi-valued attribute: an array, or one element without its array. */
    public Outcome<List<Value>> readElements(JsonParser parser, Attribute attribute) {
        return Refusal.toOutcome(() -> reader().distinctElements(parser, attribute, true));
    }

    /** Elements of an attribute that is kept apart; each has a {@code value}, none comes twice. */
    public Outcome<List<Complex>> readDetached(JsonParser parser, Attribute attribute) {
        return Refusal.toOutcome(
                () ->
                        DetachedElements.of(
                                attribute, reader().allElements(parser, attribute, true)));
    }

    /** The container of an extension; empty when nothing in it is assigned. */
    public Outcome<Complex> readContainer(JsonParser parser, Extension extension) {
        return Refusal.toOutcome(
                () -> {
                    var members = new ComplexStack();
                    var values = new AttributeReader(lenient, false, ignored, members);
                    return new ContainerReader(values, ignored, members).read(parser, extension);
                });
    }

    private AttributeReader reader() {
        return new AttributeReader(lenient, false, ignored, new ComplexStack());
    }
}
