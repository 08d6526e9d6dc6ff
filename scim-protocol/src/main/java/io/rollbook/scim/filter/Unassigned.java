package io.rollbook.scim.filter;

import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.schema.Uniqueness;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Attributes that a resource type does not have. No resource of the type has a member of that name,
 * so that every comparison with one finds no value.
 */
final class Unassigned {
    private static final Pattern NAME = Pattern.compile("[A-Za-z$][A-Za-z0-9$_.:-]{0,511}");

    private Unassigned() {}

    /** Whether any type could have an attribute of this name. */
    static boolean canBeNamed(String name) {
        return NAME.matcher(name).matches();
    }

    static AttributePath text(String name) {
        return named(name, AttributeType.STRING);
    }

    /** Its elements have no sub-attributes either. */
    static AttributePath list(String name) {
        return named(name, AttributeType.COMPLEX);
    }

    /** Of the type that the operand has: what fits it is checked as for any other attribute. */
    static AttributePath comparedWith(String name, Token operand) {
        if (!(operand instanceof Token.Word word)) {
            return text(name);
        }
        boolean bool = word.isWord("true") || word.isWord("false");
        return named(
                name,
                bool
                        ? AttributeType.BOOLEAN
                        : word.isWord("null") ? AttributeType.STRING : AttributeType.DECIMAL);
    }

    private static AttributePath named(String name, AttributeType type) {
        return AttributePath.of(
                new Attribute(
                        name,
                        type,
                        type == AttributeType.COMPLEX,
                        "",
                        false,
                        List.of(),
                        false,
                        Mutability.READ_ONLY,
                        Returned.DEFAULT,
                        Uniqueness.NONE,
                        List.of(),
                        Attributes.NONE));
    }
}
