package io.rollbook.contract;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Prints what happens in the directory and would notice if anything were missing. */
public final class FirstConsumer {

    public static void main(String[] args) {
        follow(args[0], "first-consumer", () -> true, IO::println);
    }

    static void follow(String kafka, String group, BooleanSupplier goOn, Consumer<String> out) {
        var settings = new HashMap<String, Object>(Map.of("bootstrap.servers", kafka));
        settings.putAll(Map.of("group.id", group, "auto.offset.reset", "earliest"));
        var applied = new HashMap<String, Long>(); // yours lives in your database
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("rollbook.directory.v1"));
            while (goOn.getAsBoolean()) {
                for (var event : consumer.poll(Duration.ofMillis(200))) {
                    long number = Long.parseLong(header(event, "ce_sequence"));
                    long last = applied.getOrDefault(event.key(), number - 1);
                    if (number > last + 1) throw new IllegalStateException("Missed " + (last + 1));
                    if (number <= last) continue; // sent twice
                    out.accept(number + " " + header(event, "ce_type") + " " + event.value());
                    applied.put(event.key(), number);
                }
            }
        }
    }

    private static String header(ConsumerRecord<?, ?> event, String name) {
        return new String(event.headers().lastHeader(name).value());
    }
}
