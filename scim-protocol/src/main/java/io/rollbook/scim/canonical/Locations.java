package io.rollbook.scim.canonical;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where resources are served, below the base URI. */
final class Locations {
    private Locations() {}

    /** The id may come from a client and hold anything: it becomes one path segment. */
    static String of(ResourceType type, String id) {
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        return type.endpoint() + "/" + segment;
    }

    /** What a reference leads to, when the schema allows just one type of resource. */
    static @Nullable ResourceType target(Attribute attribute) {
        Attribute ref = attribute.subAttributes().find(Attribute.REF);
        List<String> types = ref == null ? List.of() : ref.referenceTypes();
        return types.size() == 1 ? SchemaCatalog.standard().named(types.getFirst()) : null;
    }
}
