package io.rollbook.scim.canonical;

import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;

import java.util.List;

/**
 * The stored form of a resource: its JSON, complete but for two things that depend on the reader.
 * The byte {@code 0x01} stands for the base URI in {@code meta.location} and {@code $ref} (JSON
 * escapes that character in text, so that it cannot come from a client), and attributes that are
 * kept apart are missing. {@link #render} adds both without parsing anything.
 */
public final class CanonicalJson {
    /** Stands for the base URI. */
    public static final byte BASE_URI = 0x01;

    private CanonicalJson() {}

    /** Attributes in schema order, {@code schemas} naming just the extensions that are used. */
    public static byte[] of(ResourceType type, String id, Complex attributes, Meta meta) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(1024)) {
            try (JsonGenerator generator = Json.generator(bytes)) {
                new ResourceWriter(generator, type).write(id, attributes, meta);
            }
            return bytes.toByteArray();
        }
    }

    /** The JSON to send: base URI put in, splices added as members. */
    public static byte[] render(byte[] canonical, String baseUri, List<Splice> splices) {
        Rendering rendering = new Rendering(baseUri);
        // All but the closing brace, which comes after the splices.
        rendering.append(canonical, canonical.length - 1);
        for (Splice splice : splices) {
            rendering.append(splice);
        }
        return rendering.end();
    }

    public static byte[] render(byte[] canonical, String baseUri) {
        return render(canonical, baseUri, List.of());
    }

    /** An object with nothing but the splice. */
    public static byte[] renderAlone(Splice splice, String baseUri) {
        return Rendering.alone(splice, baseUri);
    }
}
