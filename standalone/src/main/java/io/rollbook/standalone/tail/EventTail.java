package io.rollbook.standalone.tail;

import io.rollbook.contract.Topics;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows one tenant's events on both topics until {@link #stop()}. */
public final class EventTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, byte[]> consumer;
    private final String tenantId;

    /**
     * @param fromBeginning false for what happens from now on
     */
    public EventTail(String bootstrapServers, String tenantId, boolean fromBeginning) {
        this.tenantId = tenantId;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        var partitions = partitions();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
        }
    }

    /** Gives each event's line to {@code reader}; returns after {@link #stop()}. */
    public void follow(Consumer<String> reader) {
        try {
            while (true) {
                poll().forEach(line -> reader.accept(line.text()));
            }
        } catch (WakeupException stopped) {
            return;
        }
    }

    /** May be called by any thread. */
    public void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<EventLine> poll() {
        var lines = new ArrayList<EventLine>();
        for (var received : consumer.poll(POLL)) {
            if (tenantId.equals(received.key())) {
                EventLine.of(received).ifPresent(lines::add);
            }
        }
        lines.sort(Comparator.comparingLong(EventLine::position));
        return lines;
    }

    private List<TopicPartition> partitions() {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : List.of(Topics.DIRECTORY, Topics.ATTEMPTS)) {
            Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .forEach(partitions::add);
        }
        return partitions;
    }
}
