package io.rollbook.provisioning.publish;

import io.rollbook.scim.seam.Unavailable;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes topics that are not there yet; one that is there stays as its operator has set it.
 *
 * @param replicationFactor empty for the broker's default
 * @param retentionMillis -1 for ever, so that a topic is complete
 */
record KafkaTopics(int partitions, Optional<Short> replicationFactor, long retentionMillis) {

    /** Above the largest event there can be: a whole user, before and after. */
    static final int MOST_BYTES = 16 << 20;

    /**
     * @throws Unavailable when Kafka does not answer or refuses
     */
    void create(Admin admin, Collection<String> names) {
        var topics = names.stream().map(this::topic).toList();
        admin.createTopics(topics).values().forEach((name, made) -> finish(admin, name, made));
    }

    private void finish(Admin admin, String name, KafkaFuture<Void> made) {
        try {
            made.get();
            awaitLeaders(admin, name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while making " + name, e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new Unavailable("The topic " + name + " cannot be made", e);
            }
        }
    }

    /**
     * Only leaders answer this, once they are ready. Before, one may refuse a producer's first
     * batch and take the second, as it knows of no first: their order would be lost.
     */
    private void awaitLeaders(Admin admin, String name)
            throws InterruptedException, ExecutionException {
        var ends =
                IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(name, partition))
                        .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        admin.listOffsets(ends).all().get();
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(partitions), replicationFactor)
                .configs(
                        Map.of(
                                "cleanup.policy",
                                "delete",
                                "retention.ms",
                                Long.toString(retentionMillis),
                                "max.message.bytes",
                                Integer.toString(MOST_BYTES)));
    }
}
