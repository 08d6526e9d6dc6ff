package io.rollbook.scim.discovery;

import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

/** A resource type as the resource of RFC 7643 §6, without its {@code meta}. */
final class ResourceTypeResource {
    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    private ResourceTypeResource() {}

    static Complex of(ResourceType type) {
        ComplexBuilder resource =
                Complex.builder()
                        .put("schemas", Many.of(new Text(SCHEMA)))
                        .put("id", new Text(type.name()))
                        .put("name", new Text(type.name()))
                        .put("endpoint", new Text(type.endpoint()))
                        .put("description", new Text(type.description()))
                        .put("schema", new Text(type.base().id()));
        if (!type.extensions().isEmpty()) {
            resource.put(
                    "schemaExtensions",
                    new Many(
                            type.extensions().stream()
                                    .<Value>map(ResourceTypeResource::extension)
                                    .toList()));
        }
        return resource.build();
    }

    private static Complex extension(Extension extension) {
        return Complex.of(
                "schema",
                new Text(extension.schema().id()),
                "required",
                Bool.of(extension.required()));
    }
}
