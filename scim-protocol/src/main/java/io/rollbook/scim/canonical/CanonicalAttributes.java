package io.rollbook.scim.canonical;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

/** Takes the attributes out of canonical JSON again: the inverse of {@link CanonicalJson#of}. */
public final class CanonicalAttributes {
    private CanonicalAttributes() {}

    /**
     * @return without {@code schemas}, {@code id}, {@code meta} and the locations of references,
     *     which the writer makes
     */
    public static Complex read(ResourceType type, byte[] canonical) {
        Complex resource = Json.readObject(CanonicalJson.render(canonical, ""));
        Complex attributes = ofClients(type.attributes(), resource);
        for (Extension extension : type.extensions()) {
            String urn = extension.schema().id();
            if (resource.get(urn) instanceof Complex container) {
                Complex members = ofClients(extension.schema().attributes(), container);
                attributes = attributes.with(urn, members);
            }
        }
        return attributes;
    }

    private static Complex ofClients(Attributes definitions, Complex values) {
        var attributes = Complex.builder();
        values.forEach(
                (name, value) -> {
                    Attribute definition = definitions.find(name);
                    if (definition != null && !definition.isReadOnly()) {
                        attributes.put(
                                name,
                                Locations.target(definition) == null
                                        ? value
                                        : withoutLocation(value));
                    }
                });
        return attributes.build();
    }

    private static Value withoutLocation(Value value) {
        return switch (value) {
            case Complex reference -> reference.without(Attribute.REF);
            case Many(var elements) ->
                    new Many(elements.stream().map(CanonicalAttributes::withoutLocation).toList());
            default -> value;
        };
    }
}
