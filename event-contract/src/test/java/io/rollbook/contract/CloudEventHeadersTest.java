package io.rollbook.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

class CloudEventHeadersTest {

    @ParameterizedTest
    @EnumSource
    void comesBackAsItWasSent(EventType type) {
        var envelope = envelope(type, 42);

        assertThat(CloudEventHeaders.read(CloudEventHeaders.of(envelope)::get)).contains(envelope);
    }

    @Test
    void doesWithoutATrace() {
        var envelope =
                new EventEnvelope(
                        "0198c5a1-5555-7aaa-8bbb-0000000000e5",
                        EventType.USER_DELETED_1,
                        "t-1",
                        7,
                        9,
                        "/Users/42",
                        Instant.parse("2026-11-23T10:15:30.123456Z"),
                        5,
                        "r-1",
                        null);
        var headers = CloudEventHeaders.of(envelope);

        assertThat(headers).doesNotContainKey("traceparent");
        assertThat(CloudEventHeaders.read(headers::get)).contains(envelope);
    }

    /** The names and forms that subscribers rely on. */
    @Test
    void writesCloudEventsInBinaryMode() {
        assertThat(CloudEventHeaders.of(envelope(EventType.USER_CREATED_1, 42)))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "0198c5a1-5555-7aaa-8bbb-0000000000e5")
                .containsEntry("ce_source", "/tenants/t-1/rollbook.directory.v1")
                .containsEntry("ce_type", "io.rollbook.user.created.v1")
                .containsEntry("ce_subject", "/Users/42")
                .containsEntry("ce_time", "2026-11-23T10:15:30.123456Z")
                .containsEntry("ce_dataschema", "urn:rollbook:event:user.created:1")
                .containsEntry("ce_partitionkey", "t-1")
                .containsEntry("ce_sequence", "0000000000000000042")
                .containsEntry("ce_position", "0000000000000000099")
                .containsEntry("ce_aggregateversion", "3")
                .containsEntry("ce_correlationid", "r-1")
                .containsEntry(
                        "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .containsEntry("content-type", "application/json")
                .hasSize(14);
    }

    /** CloudEvents' sequence extension compares numbers as text. */
    @Test
    void writesNumbersThatSortAsText() {
        var numbers = List.of(2L, 9L, 10L, 99L, 100L, Long.MAX_VALUE);

        assertThat(
                        numbers.stream()
                                .map(n -> envelope(EventType.USER_CREATED_1, n))
                                .map(CloudEventHeaders::of)
                                .map(headers -> headers.get(CloudEventHeaders.SEQUENCE)))
                .isSorted();
    }

    @Test
    void passesOverATypeOfALaterContractButTellsItsNumber() {
        var headers =
                new LinkedHashMap<>(CloudEventHeaders.of(envelope(EventType.USER_CREATED_1, 42)));
        headers.put(CloudEventHeaders.TYPE, "io.rollbook.user.created.v2");

        assertThat(CloudEventHeaders.read(headers::get)).isEmpty();
        assertThat(CloudEventHeaders.sequence(headers::get)).isEqualTo(42);
    }

    @Test
    void namesTheHeaderThatIsMissing() {
        var headers =
                new LinkedHashMap<>(CloudEventHeaders.of(envelope(EventType.USER_CREATED_1, 42)));
        headers.remove(CloudEventHeaders.SUBJECT);

        assertThatThrownBy(() -> CloudEventHeaders.read(headers::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ce_subject");
    }

    private static EventEnvelope envelope(EventType type, long sequence) {
        return new EventEnvelope(
                "0198c5a1-5555-7aaa-8bbb-0000000000e5",
                type,
                "t-1",
                sequence,
                99,
                "/Users/42",
                Instant.parse("2026-11-23T10:15:30.123456Z"),
                3,
                "r-1",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }
}
