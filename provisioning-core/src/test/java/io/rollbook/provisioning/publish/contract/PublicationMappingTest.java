package io.rollbook.provisioning.publish.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.contract.EventType;
import io.rollbook.contract.Topics;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.provisioning.store.catalog.EventCatalog;
import io.rollbook.provisioning.store.catalog.EventTypes;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** From the golden files of the store to records of the contract. */
class PublicationMappingTest {

    private static final String META_DATA =
            """
            {"tenant":"t-1","requestId":"r-9","operation":"2","actorKind":"CONNECTION",
             "actorId":"c-3","tokenId":"k-4","receivedAt":"2026-11-23T10:15:30.120Z",
             "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}
            """;

    private final PublicationMapping mapping =
            new PublicationMapping(new EventCatalog(EventTypes.ALL, EventTypes.UPCASTERS));
    private final Records records = new Records();
    private final JsonMapper json = JsonMapper.shared();

    @ParameterizedTest
    @EnumSource
    void everyPublishedTypeComesFromAStoredOne(EventType type) throws IOException {
        var publication = mapping.publicationOf(golden(type.eventName()));
        assertThat(publication.type()).isEqualTo(type);
        assertThat(publication.payload()).isInstanceOf(type.payload());
        assertThat(publication.payload().cause().actor().tokenId()).isEqualTo("k-4");
    }

    @Test
    void aRecordIsKeyedByTheTenantAndCarriesItsNumberAndPosition() throws IOException {
        var publication = mapping.publicationOf(golden("user.created"));
        var event = records.recordOf(publication, publication.topic(), 17);
        assertThat(event.topic()).isEqualTo(Topics.DIRECTORY);
        assertThat(event.key()).isEqualTo("t-1");
        assertThat(header(event, "ce_sequence")).isEqualTo("0000000000000000017");
        assertThat(header(event, "ce_position")).isEqualTo("0000000000000000042");
        assertThat(header(event, "ce_id")).isEqualTo("event-1");
        assertThat(header(event, "ce_subject"))
                .isEqualTo("/Users/0198c5a0-3c6e-7b55-9d0a-5d9c52b6b7aa");
        assertThat(header(event, "ce_aggregateversion")).isEqualTo("7");
        assertThat(header(event, "ce_correlationid")).isEqualTo("r-9");
        assertThat(header(event, "traceparent")).startsWith("00-4bf92f");
    }

    @Test
    void attributesAreWhatTheStoreHolds() throws IOException {
        var stored = golden("user.created");
        assertThat(payload(stored).path("attributes"))
                .isEqualTo(json.readTree(stored.payload()).path("attributes"));
    }

    @Test
    void aChangeHasItsOldAndNewValue() throws IOException {
        var changes = payload(golden("user.updated")).path("changes");
        assertThat(changes.get(0).path("old").isNull()).isTrue();
        assertThat(changes.get(0).path("new").asString()).isEqualTo("Analyst");
        assertThat(changes.get(2).path("old").get(0).path("value").asString())
                .isEqualTo("a@x.example");
    }

    @Test
    void noHashOfATokenIsPublished() throws IOException {
        assertThat(payload(golden("token.issued")).toString()).doesNotContain("9f86d081");
        assertThat(payload(golden("client.secret-added")).toString()).doesNotContain("9f86d081");
    }

    @Test
    void whatCannotBeOurIdStaysOutOfTheHeaders() {
        var refused =
                row(
                        "write.refused",
                        """
                        {"attempt":{"method":"PATCH","resourceType":"User",
                         "resourceId":"mia@contoso.example"},"status":404,"detail":"?"}
                        """);
        var publication = mapping.publicationOf(refused);
        assertThat(publication.subject()).isEqualTo("/Users");
        assertThat(publication.topic()).isEqualTo(Topics.ATTEMPTS);
        assertThat(((WriteRefused) publication.payload()).attempt().resourceId())
                .isEqualTo("mia@contoso.example");
    }

    @Test
    void theTimesOfARequestArePublished() throws IOException {
        var old = golden("user.deleted");
        var timed =
                row(
                        "user.deleted",
                        new String(old.payload(), StandardCharsets.UTF_8),
                        META_DATA.replace("{", "{\"times\":\"7 8 9 10 - 11 12\","));
        assertThat(payload(timed).path("cause").path("times").toString())
                .isEqualTo(
                        "{\"admitted\":7,\"begun\":8,\"loaded\":9,\"decided\":10,"
                                + "\"registered\":11,\"stored\":12}");
        assertThat(payload(old).path("cause").has("times")).isFalse();
    }

    @Test
    void whatARefusedRequestWantedIsPublished() throws IOException {
        var wanted = payload(golden("write.refused", "+wanted")).path("wanted");
        assertThat(wanted.path("changes").get(0).path("old").asString())
                .isEqualTo("mia@contoso.example");
        assertThat(wanted.path("changes").get(1).path("old").isNull()).isTrue();
        assertThat(wanted.path("compared").asBoolean()).isTrue();
        assertThat(payload(golden("write.refused")).has("wanted")).isFalse();
    }

    @Test
    void anUnknownRowIsRefused() {
        assertThatThrownBy(() -> mapping.publicationOf(row("user.cloned", "{}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JsonNode payload(StoredEvent stored) {
        var publication = mapping.publicationOf(stored);
        return json.readTree(records.recordOf(publication, publication.topic(), 1).value());
    }

    private static String header(ProducerRecord<?, ?> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static StoredEvent golden(String name) throws IOException {
        return golden(name, "");
    }

    private static StoredEvent golden(String name, String addition) throws IOException {
        var file = "/stored/" + name + ".r1" + addition + ".json";
        try (var golden = PublicationMappingTest.class.getResourceAsStream(file)) {
            return row(name, new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static StoredEvent row(String name, String payload) {
        return row(name, payload, META_DATA);
    }

    private static StoredEvent row(String name, String payload, String metaData) {
        return new StoredEvent(
                42,
                "t-1",
                "any",
                6,
                "event-1",
                name,
                1,
                Instant.parse("2026-11-23T10:15:30.123456Z"),
                payload.getBytes(StandardCharsets.UTF_8),
                metaData.getBytes(StandardCharsets.UTF_8));
    }
}
