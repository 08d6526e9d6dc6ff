package io.rollbook.provisioning.publish.replay;

import io.rollbook.provisioning.publish.relay.PublicationFailed;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends records and waits for all of them together. */
final class Batch {

    private final Producer<String, byte[]> producer;
    private volatile @Nullable Exception failure;

    Batch(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    void send(ProducerRecord<String, byte[]> next) {
        var _ =
                producer.send(
                        next,
                        (metadata, refusal) -> {
                            if (refusal != null) {
                                failure = refusal;
                            }
                        });
    }

    void await() throws PublicationFailed {
        producer.flush();
        var cause = failure;
        if (cause != null) {
            throw new PublicationFailed(cause);
        }
    }
}
