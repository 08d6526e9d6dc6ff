package io.rollbook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.HashMap;

/** The schemas describe what is published, and nothing looser. */
class EventSchemasTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @EnumSource
    void acceptsTheGoldenFile(EventType type) throws IOException {
        assertThat(complaints(type, Golden.text(type))).isEmpty();
        for (var text : Golden.withAdditions(type)) {
            assertThat(complaints(type, text)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAPayloadThatLacksARequiredMember(EventType type) throws IOException {
        for (var required : schema(type).required("required")) {
            var payload = (ObjectNode) Golden.JSON.readTree(Golden.text(type));
            payload.remove(required.asString());

            assertThat(complaints(type, payload.toString())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesATimeThatIsNone(EventType type) throws IOException {
        var payload = (ObjectNode) Golden.JSON.readTree(Golden.text(type));
        ((ObjectNode) payload.required("cause")).put("receivedAt", "yesterday");

        assertThat(complaints(type, payload.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void describesExactlyTheMembersThatArePublished(EventType type) throws IOException {
        var additions = Golden.withAdditions(type);
        var golden =
                Golden.JSON.readTree(additions.isEmpty() ? Golden.text(type) : additions.getLast());

        assertThat(schema(type).required("properties").propertyNames())
                .containsExactlyElementsOf(golden.propertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void bearsTheIdentifierThatTheRecordNames(EventType type) {
        assertThat(schema(type).required("$id").asString()).isEqualTo(type.schemaId());
    }

    @Test
    void describesACommonPartTheSameEverywhere() {
        var seen = new HashMap<String, JsonNode>();
        for (var type : EventType.values()) {
            for (var part : schema(type).required("$defs").properties()) {
                var before = seen.putIfAbsent(part.getKey(), part.getValue());
                assertThat(before == null ? part.getValue() : before).isEqualTo(part.getValue());
            }
        }
        assertThat(seen)
                .containsOnlyKeys("cause", "actor", "change", "member", "attempt", "wanted");
    }

    private static JsonNode schema(EventType type) {
        return Golden.JSON.readTree(EventSchemas.of(type));
    }

    private static Iterable<com.networknt.schema.Error> complaints(EventType type, String json) {
        Schema schema = REGISTRY.getSchema(EventSchemas.of(type));
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
