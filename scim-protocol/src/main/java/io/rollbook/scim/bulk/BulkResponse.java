package io.rollbook.scim.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.value.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;

import java.util.Comparator;
import java.util.List;

/** The answer to a bulk request (RFC 7644 §3.7.3). */
public record BulkResponse(List<BulkResult> results) {

    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    /** Results come in the order of the request, in whatever order they came about. */
    public BulkResponse {
        results =
                results.stream()
                        .sorted(Comparator.comparingInt(each -> each.operation().number()))
                        .toList();
    }

    public byte[] toBytes() {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(1024)) {
            try (JsonGenerator json = Json.generator(bytes)) {
                json.writeStartObject();
                json.writeName("schemas");
                json.writeStartArray();
                json.writeString(SCHEMA);
                json.writeEndArray();
                json.writeName("Operations");
                json.writeStartArray();
                results.forEach(result -> write(json, result));
                json.writeEndArray();
                json.writeEndObject();
            }
            return bytes.toByteArray();
        }
    }

    private static void write(JsonGenerator json, BulkResult result) {
        json.writeStartObject();
        json.writeStringProperty("method", result.operation().method());
        writeIfThere(json, "bulkId", result.operation().bulkId());
        writeIfThere(json, "location", result.location());
        writeIfThere(json, "version", result.version());
        json.writeStringProperty("status", Integer.toString(result.status()));
        if (result.error() != null) {
            json.writeName("response");
            json.writeRawValue(new String(result.error(), UTF_8));
        }
        json.writeEndObject();
    }

    private static void writeIfThere(JsonGenerator json, String name, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
    }
}
