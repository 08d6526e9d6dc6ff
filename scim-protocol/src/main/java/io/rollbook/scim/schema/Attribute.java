package io.rollbook.scim.schema;

import java.util.List;

/**
 * The definition of one attribute or sub-attribute with every characteristic of RFC 7643 §7.
 *
 * @param name canonical spelling
 * @param canonicalValues suggestions, never a restriction
 * @param referenceTypes what a reference may point to: resource types, {@code external}, {@code
 *     uri}
 * @param subAttributes empty unless the type is complex
 */
public record Attribute(
        String name,
        AttributeType type,
        boolean multiValued,
        String description,
        boolean required,
        List<String> canonicalValues,
        boolean caseExact,
        Mutability mutability,
        Returned returned,
        Uniqueness uniqueness,
        List<String> referenceTypes,
        Attributes subAttributes) {

    /**
     * The most values of one attribute that stays inside its resource; what has no bound is kept
     * apart. Also bounds what finding equal elements can cost when their hash codes are made to
     * collide.
     */
    public static final int MOST_ELEMENTS = 1_000;

    /** The longest text, in UTF-16 code units. */
    public static final int LONGEST_TEXT = 16_384;

    /** The longest binary value in base64; certificates are well below it. */
    public static final int LONGEST_BINARY = 65_536;

    /** The sub-attributes that RFC 7643 §2.4 gives a meaning of their own. */
    public static final String VALUE = "value";

    public static final String PRIMARY = "primary";
    public static final String TYPE = "type";
    public static final String DISPLAY = "display";
    public static final String REF = "$ref";

    public Attribute {
        canonicalValues = List.copyOf(canonicalValues);
        referenceTypes = List.copyOf(referenceTypes);
    }

    public boolean isComplex() {
        return type == AttributeType.COMPLEX;
    }

    public boolean isReadOnly() {
        return mutability == Mutability.READ_ONLY;
    }

    /** Accepted from clients, but neither kept nor shown: a password. */
    public boolean isDiscarded() {
        return returned == Returned.NEVER;
    }
}
