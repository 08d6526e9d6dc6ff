package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

/**
 * Complex values that point at resources of ours: {@code value} is the id, {@code $ref} where it is
 * served (RFC 7643 §2.4). Only the id is kept, so that a location can never go stale or lead to a
 * host that a client named; it is made again whenever the resource is written.
 */
public final class ReferenceValues {
    private ReferenceValues() {}

    /** The form in which a complex value is kept. */
    public static Complex kept(Attribute attribute, Complex sent) {
        return sent.get(Attribute.REF) instanceof Text(String location) && isReference(attribute)
                ? idOnly(sent, location)
                : sent;
    }

    /** Whether values of a complex attribute refer to resources of ours. */
    public static boolean isReference(Attribute attribute) {
        Attribute ref = attribute.subAttributes().find(Attribute.REF);
        return ref != null
                && ref.referenceTypes().stream()
                        .anyMatch(name -> SchemaCatalog.standard().named(name) != null);
    }

    /** What stands at the end of a location. */
    public static String idIn(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The id alone; taken from the end of the location when there is only that. */
    private static Complex idOnly(Complex sent, String location) {
        Complex rest = sent.without(Attribute.REF);
        String id = idIn(location);
        return rest.has(Attribute.VALUE) || id.isEmpty()
                ? rest
                : rest.with(Attribute.VALUE, new Text(id));
    }
}
