package io.rollbook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The AsyncAPI document names every topic, type and header that there is, and no other. */
class AsyncApiTest {

    private static final Path FILE = Path.of("../docs/consumers/asyncapi.yaml");
    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(FILE.toFile());

    @Test
    void hasEachTypeOnItsTopic() {
        var documented =
                DOCUMENT.required("channels")
                        .valueStream()
                        .flatMap(AsyncApiTest::typesAndTopic)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(documented)
                .isEqualTo(
                        Arrays.stream(EventType.values())
                                .collect(Collectors.toMap(EventType::wireName, EventType::topic)));
    }

    @ParameterizedTest
    @EnumSource
    void refersToThePublishedSchema(EventType type) throws Exception {
        var payload = message(type).required("payload").required("schema").required("$ref");
        var schema = FILE.resolveSibling(payload.asString()).normalize();

        assertThat(Files.readString(schema)).isEqualTo(EventSchemas.of(type));
    }

    @Test
    void describesExactlyTheHeadersThatAreSent() {
        var headers = DOCUMENT.at("/components/schemas/headers");
        var sent = headers("trace");

        assertThat(headers.required("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(sent.keySet());
        assertThat(headers.required("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(headers(null).keySet());
        for (var property : headers.required("properties").properties()) {
            var pattern = property.getValue().path("pattern").asString(".*");
            assertThat(sent.get(property.getKey())).matches(pattern);
        }
    }

    @Test
    void leadsNowhereThatDoesNotExist() {
        assertThat(DOCUMENT.findValuesAsString("$ref"))
                .filteredOn(reference -> reference.startsWith("#"))
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                                        .isFalse());
    }

    private static Stream<Map.Entry<String, String>> typesAndTopic(JsonNode channel) {
        var topic = channel.required("address").asString();
        return channel.required("messages")
                .valueStream()
                .map(reference -> DOCUMENT.at(reference.required("$ref").asString().substring(1)))
                .map(message -> Map.entry(message.required("name").asString(), topic));
    }

    private static JsonNode message(EventType type) {
        Function<JsonNode, String> name = message -> message.required("name").asString();
        return DOCUMENT.at("/components/messages")
                .valueStream()
                .filter(message -> name.apply(message).equals(type.wireName()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> headers(@Nullable String traceparent) {
        return CloudEventHeaders.of(
                new EventEnvelope(
                        "e-1",
                        EventType.USER_CREATED_1,
                        "t-1",
                        1,
                        1,
                        "/Users/42",
                        Instant.EPOCH,
                        1,
                        "r-1",
                        traceparent));
    }
}
