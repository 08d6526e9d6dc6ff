package io.rollbook.provisioning.publish.contract;

import io.rollbook.contract.CloudEventHeaders;
import io.rollbook.contract.EventEnvelope;

import org.apache.kafka.clients.producer.ProducerRecord;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

/** Publications as Kafka records: CloudEvents in binary mode, keyed by the tenant. */
public final class Records {

    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param topic the publication's own, or one that it is replayed to
     * @param number of the publication among its tenant's on its own topic
     */
    public ProducerRecord<String, byte[]> recordOf(
            Publication publication, String topic, long number) {
        var key = publication.tenantId();
        var value = json.writeValueAsBytes(publication.payload());
        var event = new ProducerRecord<>(topic, key, value);
        CloudEventHeaders.of(envelope(publication, number))
                .forEach(
                        (name, text) ->
                                event.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    private static EventEnvelope envelope(Publication publication, long number) {
        var stored = publication.stored();
        return new EventEnvelope(
                stored.id(),
                publication.type(),
                publication.tenantId(),
                number,
                stored.position(),
                publication.subject(),
                stored.storedAt(),
                stored.version(),
                publication.origin().requestId(),
                publication.origin().traceparent());
    }
}
