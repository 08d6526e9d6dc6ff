package io.rollbook.scim.discovery;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Schema;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

import java.util.List;

/** A schema as the resource of RFC 7643 §7, without its {@code meta}. */
public final class SchemaResource {
    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    private SchemaResource() {}

    public static Complex of(Schema schema) {
        return Complex.builder()
                .put("schemas", Many.of(new Text(SCHEMA)))
                .put("id", new Text(schema.id()))
                .put("name", new Text(schema.name()))
                .put("description", new Text(schema.description()))
                .put("attributes", attributes(schema.attributes()))
                .build();
    }

    private static Many attributes(Attributes attributes) {
        return new Many(attributes.stream().<Value>map(SchemaResource::attribute).toList());
    }

    /** Each characteristic is spelled out, also where the RFC would let it be guessed. */
    private static Complex attribute(Attribute attribute) {
        ComplexBuilder definition =
                Complex.builder()
                        .put("name", new Text(attribute.name()))
                        .put("type", new Text(attribute.type().keyword()))
                        .put("multiValued", Bool.of(attribute.multiValued()))
                        .put("description", new Text(attribute.description()))
                        .put("required", Bool.of(attribute.required()));
        if (!attribute.canonicalValues().isEmpty()) {
            definition.put("canonicalValues", texts(attribute.canonicalValues()));
        }
        definition
                .put("caseExact", Bool.of(attribute.caseExact()))
                .put("mutability", new Text(attribute.mutability().keyword()))
                .put("returned", new Text(attribute.returned().keyword()))
                .put("uniqueness", new Text(attribute.uniqueness().keyword()));
        if (!attribute.referenceTypes().isEmpty()) {
            definition.put("referenceTypes", texts(attribute.referenceTypes()));
        }
        if (attribute.isComplex()) {
            definition.put("subAttributes", attributes(attribute.subAttributes()));
        }
        return definition.build();
    }

    private static Many texts(List<String> texts) {
        return new Many(texts.stream().<Value>map(Text::new).toList());
    }
}
