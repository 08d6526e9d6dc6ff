package io.rollbook.scim.discovery;

import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** Discovery resources of one kind, each with an {@code id}, at one path. */
record Listing(String path, String resourceType, List<Complex> resources) {

    boolean owns(String requested) {
        String lower = requested.toLowerCase(Locale.ROOT);
        String own = path.toLowerCase(Locale.ROOT);
        return lower.equals(own) || lower.startsWith(own + "/");
    }

    List<byte[]> all(String baseUri) {
        return resources.stream().map(resource -> json(resource, baseUri)).toList();
    }

    byte @Nullable [] one(String id, String baseUri) {
        for (Complex resource : resources) {
            if (idOf(resource).equalsIgnoreCase(id)) {
                return json(resource, baseUri);
            }
        }
        return null;
    }

    private byte[] json(Complex resource, String baseUri) {
        Complex meta =
                Complex.of(
                        "resourceType",
                        new Text(resourceType),
                        "location",
                        new Text(baseUri + path + "/" + idOf(resource)));
        return Json.write(resource.with("meta", meta));
    }

    private static String idOf(Complex resource) {
        return resource.get("id") instanceof Text(String id) ? id : "";
    }
}
