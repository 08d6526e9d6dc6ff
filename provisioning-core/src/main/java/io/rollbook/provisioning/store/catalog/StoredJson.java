package io.rollbook.provisioning.store.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The JSON of the store: records by their component names, SCIM values as they are, no nulls. */
final class StoredJson {

    private StoredJson() {}

    static JsonMapper mapper() {
        var values = new SimpleModule("scim-values");
        values.addSerializer(Value.class, new Writer());
        values.addDeserializer(Value.class, new Reader());
        values.addDeserializer(Complex.class, new ObjectReader());
        return JsonMapper.builder()
                .addModule(values)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(
                        inclusion ->
                                inclusion
                                        .withValueInclusion(JsonInclude.Include.NON_NULL)
                                        .withContentInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    private static final class Writer extends ValueSerializer<Value> {

        @Override
        public void serialize(Value value, JsonGenerator generator, SerializationContext context) {
            Json.write(generator, value);
        }
    }

    private static final class Reader extends ValueDeserializer<Value> {

        @Override
        public @Nullable Value deserialize(JsonParser parser, DeserializationContext context) {
            return Json.read(parser);
        }
    }

    private static final class ObjectReader extends ValueDeserializer<Complex> {

        @Override
        public Complex deserialize(JsonParser parser, DeserializationContext context) {
            if (Json.read(parser) instanceof Complex complex) {
                return complex;
            }
            return context.reportInputMismatch(Complex.class, "Not a JSON object");
        }
    }
}
