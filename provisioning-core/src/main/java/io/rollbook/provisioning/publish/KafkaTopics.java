package io.rollbook.provisioning.publish;

import io.rollbook.scim.seam.Unavailable;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Makes topics that are not there yet; one that is there stays as its operator has set it.
 *
 * @param replicationFactor empty for the broker's default
 * @param retentionMillis -1 for ever, so that a topic is complete
 */
record KafkaTopics(int partitions, Optional<Short> replicationFactor, long retentionMillis) {

    /** Above the largest event there can be: a whole user, before and after. */
    static final int MOST_BYTES = 16 << 20;

    private static final Duration LEADERS_WITHIN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /**
     * @throws Unavailable when Kafka does not answer or refuses
     */
    void create(Admin admin, Collection<String> names) {
        var topics = names.stream().map(this::topic).toList();
        admin.createTopics(topics).values().forEach((name, made) -> finish(admin, name, made));
    }

    private static void finish(Admin admin, String name, KafkaFuture<Void> made) {
        try {
            made.get();
        } catch (InterruptedException e) {
            throw interrupted(name, e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new Unavailable("The topic " + name + " cannot be made", e);
            }
        }
        awaitLeaders(admin, name);
    }

    /**
     * Only leaders tell the ends, once they are ready. Before, one may refuse a producer's first
     * batch and take the second, as it knows of no first: their order would be lost. Brokers learn
     * of a new topic one after the other, so that the one that is asked may not know it yet.
     */
    private static void awaitLeaders(Admin admin, String name) {
        long deadline = System.nanoTime() + LEADERS_WITHIN.toNanos();
        while (true) {
            try {
                admin.listOffsets(ends(admin, name)).all().get();
                return;
            } catch (InterruptedException e) {
                throw interrupted(name, e);
            } catch (ExecutionException e) {
                boolean mayPass = e.getCause() instanceof RetriableException;
                if (!mayPass || System.nanoTime() > deadline) {
                    throw new Unavailable("The topic " + name + " has no leaders", e);
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Of each partition that there is, which an operator may have changed. */
    private static Map<TopicPartition, OffsetSpec> ends(Admin admin, String name)
            throws InterruptedException, ExecutionException {
        var described = admin.describeTopics(List.of(name)).allTopicNames().get();
        return described.values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .collect(
                        Collectors.toMap(
                                each -> new TopicPartition(name, each.partition()),
                                each -> OffsetSpec.latest()));
    }

    private static IllegalStateException interrupted(String name, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while making " + name, e);
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
