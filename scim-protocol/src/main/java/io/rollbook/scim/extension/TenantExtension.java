package io.rollbook.scim.extension;

import io.rollbook.scim.discovery.SchemaResource;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.Schema;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

/**
 * A schema that a tenant added to one of its resource types.
 *
 * @param resourceType {@code User} or {@code Group}
 * @param required whether every resource of the type must have it (RFC 7643 §6)
 */
public record TenantExtension(String resourceType, boolean required, Schema schema) {

    private static final String RESOURCE_TYPE = "resourceType";
    private static final String REQUIRED = "required";
    private static final String SCHEMA = "schema";

    /** Takes back what {@link #toValue} gave. */
    public static TenantExtension of(Complex value) {
        if (value.get(RESOURCE_TYPE) instanceof Text(String type)
                && value.get(REQUIRED) instanceof Bool(boolean required)
                && value.get(SCHEMA) instanceof Complex document) {
            return of(type, required, document);
        }
        throw new IllegalArgumentException("not a stored extension");
    }

    /** Takes back what {@link #document} gave; for what was validated before it was stored. */
    public static TenantExtension of(String resourceType, boolean required, Complex document) {
        return new TenantExtension(resourceType, required, Schema.of(document));
    }

    /** The URN. */
    public String urn() {
        return schema.id();
    }

    /** The schema in the form of RFC 7643 §7, each characteristic spelled out. */
    public Complex document() {
        return SchemaResource.of(schema);
    }

    /** All of it as one value, to be stored and shown. */
    public Complex toValue() {
        return Complex.builder()
                .put(RESOURCE_TYPE, new Text(resourceType))
                .put(REQUIRED, Bool.of(required))
                .put(SCHEMA, document())
                .build();
    }

    /** Whether there is no difference that anybody could see. */
    public boolean isSameAs(TenantExtension other) {
        return toValue().equals(other.toValue());
    }

    Extension extension() {
        return new Extension(schema, required, false);
    }
}
