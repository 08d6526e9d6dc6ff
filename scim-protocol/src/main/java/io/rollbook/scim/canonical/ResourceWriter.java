package io.rollbook.scim.canonical;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.DateTimes;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

import tools.jackson.core.JsonGenerator;

import java.util.List;

/** Writes one resource in its canonical form. */
final class ResourceWriter {
    private final JsonGenerator json;
    private final ResourceType type;

    ResourceWriter(JsonGenerator json, ResourceType type) {
        this.json = json;
        this.type = type;
    }

    void write(String id, Complex attributes, Meta meta) {
        json.writeStartObject();
        schemas(attributes);
        json.writeStringProperty("id", id);
        members(type.attributes(), attributes);
        for (Extension extension : type.extensions()) {
            extension(extension, attributes);
        }
        meta(id, meta);
        json.writeEndObject();
    }

    private void schemas(Complex attributes) {
        json.writeName("schemas");
        json.writeStartArray();
        json.writeString(type.base().id());
        for (Extension extension : type.extensions()) {
            if (isUsed(extension, attributes)) {
                json.writeString(extension.schema().id());
            }
        }
        json.writeEndArray();
    }

    private void extension(Extension extension, Complex attributes) {
        String urn = extension.schema().id();
        if (isUsed(extension, attributes) && attributes.get(urn) instanceof Complex container) {
            json.writeName(urn);
            json.writeStartObject();
            members(extension.schema().attributes(), container);
            json.writeEndObject();
        }
    }

    /** What the service provider sets itself is written apart; what is kept apart, not at all. */
    private void members(Attributes definitions, Complex values) {
        for (Attribute definition : definitions.inOrder()) {
            Value value = values.get(definition.name());
            if (value != null
                    && !definition.isReadOnly()
                    && !definition.isDiscarded()
                    && !type.isDetached(definition)) {
                json.writeName(definition.name());
                value(definition, value);
            }
        }
    }

    private void value(Attribute definition, Value value) {
        ResourceType target = Locations.target(definition);
        if (target == null) {
            Json.write(json, value);
            return;
        }
        switch (value) {
            case Complex reference -> reference(target, reference);
            case Many(List<Value> elements) -> {
                json.writeStartArray();
                elements.forEach(element -> value(definition, element));
                json.writeEndArray();
            }
            default -> Json.write(json, value);
        }
    }

    private void reference(ResourceType target, Complex reference) {
        json.writeStartObject();
        reference.forEach(
                (name, member) -> {
                    if (!name.equals(Attribute.REF)) {
                        json.writeName(name);
                        Json.write(json, member);
                    }
                });
        if (reference.get(Attribute.VALUE) instanceof Text(String id)) {
            json.writeName(Attribute.REF);
            location(target, id);
        }
        json.writeEndObject();
    }

    private void meta(String id, Meta meta) {
        json.writeName("meta");
        json.writeStartObject();
        json.writeStringProperty("resourceType", type.name());
        json.writeStringProperty("created", DateTimes.format(meta.created()));
        json.writeStringProperty("lastModified", DateTimes.format(meta.lastModified()));
        json.writeName("location");
        location(type, id);
        json.writeStringProperty("version", meta.etag());
        json.writeEndObject();
    }

    private void location(ResourceType target, String id) {
        // Raw, because the generator would escape the byte that stands for the base URI.
        String below = Locations.of(target, id);
        json.writeRawValue("\"" + (char) CanonicalJson.BASE_URI + below + "\"");
    }

    private static boolean isUsed(Extension extension, Complex attributes) {
        return attributes.get(extension.schema().id()) instanceof Complex container
                && !container.isEmpty();
    }
}
