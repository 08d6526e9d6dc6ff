package io.rollbook.scim.schema;

import io.rollbook.scim.value.Complex;

/** A schema (RFC 7643 §7): its URN and the attributes that it defines. */
public record Schema(String id, String name, String description, Attributes attributes) {

    /**
     * From its form as a resource; what that leaves out has the default of §2.2.
     *
     * @throws IllegalStateException when a characteristic has an unknown value: it must have been
     *     validated before
     */
    public static Schema of(Complex document) {
        return SchemaDocuments.schema(document);
    }
}
