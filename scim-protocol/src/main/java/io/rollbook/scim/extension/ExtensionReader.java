package io.rollbook.scim.extension;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.Schema;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the schema that an administrator sends (RFC 7643 §7) and holds it to what this service can
 * keep. Every refusal names the place and says what was expected.
 */
public final class ExtensionReader {
    /** Attributes of one schema, or sub-attributes of one attribute. */
    public static final int MOST_ATTRIBUTES = 100;

    private static final int LONGEST_NAME = 100;
    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    private ExtensionReader() {}

    /**
     * @param resourceType {@code User} or {@code Group}
     * @param document as sent
     */
    public static Outcome<TenantExtension> read(
            String resourceType, boolean required, Complex document) {
        return Refusal.toOutcome(
                () -> {
                    ResourceType type = SchemaCatalog.standard().named(resourceType);
                    if (type == null) {
                        throw Objection.at("resourceType", "User or Group is expected.");
                    }
                    return new TenantExtension(type.name(), required, schema(type, document));
                });
    }

    private static Schema schema(ResourceType type, Complex document) {
        Members members = new Members("", document);
        members.only("schemas", "id", "name", "description", "attributes", "meta");
        for (String urn : members.texts("schemas", List.of(SCHEMA))) {
            if (!urn.equalsIgnoreCase(SCHEMA)) {
                throw Objection.at("schemas", "only '%s' is expected.".formatted(SCHEMA));
            }
        }
        String urn = members.text("id", "");
        KnownUrns.checkForm(urn);
        String name = members.text("name", "");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Objection.at(
                    "name", "a text of 1 to %d characters is expected.".formatted(LONGEST_NAME));
        }
        return new Schema(urn, name, members.text("description", ""), attributes(type, members));
    }

    private static Attributes attributes(ResourceType type, Members members) {
        List<Attribute> attributes = attributes(null, "attributes", members);
        for (Attribute attribute : attributes) {
            if (type.attributes().find(attribute.name()) != null) {
                throw Objection.at(
                        "attribute '" + attribute.name() + "'",
                        "%s has an attribute of this name already, which an extension does not define again (RFC 7643 §3.3)."
                                .formatted(type.name()));
            }
        }
        return new Attributes(attributes);
    }

    /**
     * @param parent null at the top level
     */
    static List<Attribute> attributes(@Nullable String parent, String member, Members members) {
        List<Value> definitions = members.list(member);
        String list = members.placeOf(member);
        if (definitions.isEmpty() || definitions.size() > MOST_ATTRIBUTES) {
            throw Objection.at(
                    list, "a list of 1 to %d attributes is expected.".formatted(MOST_ATTRIBUTES));
        }
        List<Attribute> attributes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < definitions.size(); i++) {
            String place = list + "[" + i + "]";
            if (!(definitions.get(i) instanceof Complex definition)) {
                throw Objection.at(place, "an object is expected.");
            }
            Attribute attribute = AttributeReader.read(parent, place, definition);
            if (!names.add(attribute.name().toLowerCase(Locale.ROOT))) {
                throw Objection.at(
                        place,
                        "there is an attribute '%s' already; case does not count."
                                .formatted(attribute.name()));
            }
            attributes.add(attribute);
        }
        return attributes;
    }
}
