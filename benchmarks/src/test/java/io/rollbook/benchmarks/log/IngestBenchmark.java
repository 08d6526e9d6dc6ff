package io.rollbook.benchmarks.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.ingest.Ingest;
import io.rollbook.audit.ingest.IngestMetrics;
import io.rollbook.audit.ingest.LogFeeder;
import io.rollbook.contract.CloudEventHeaders;
import io.rollbook.contract.Topics;
import io.rollbook.embedded.kafka.EmbeddedKafka;
import io.rollbook.link.trace.Traces;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/** What happens after the generated year comes through Kafka and the feeder. */
final class IngestBenchmark {

    private static final int PARTITIONS = 6;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LogDatabase database;
    private final Connection operator;
    private final Cpu cpu;
    private final boolean pause;

    /**
     * @param cpu of this process and of the server
     * @param pause whether to wait for Enter when everything is ready
     */
    IngestBenchmark(LogDatabase database, Connection operator, Cpu cpu, boolean pause) {
        this.database = database;
        this.operator = operator;
        this.cpu = cpu;
        this.pause = pause;
    }

    /**
     * @param entries that were generated
     * @param more requests that are then fed, two thirds of which are measured
     */
    void run(long entries, long more) throws Exception {
        // Where another broker was read up to says nothing about this one.
        execute("delete from consumed");
        try (var kafka = EmbeddedKafka.startTemporary()) {
            long waiting = publish(kafka.bootstrapServers(), entries, more);
            if (pause) {
                System.out.println("Press Enter.");
                int unused = System.in.read();
            }
            feed(kafka.bootstrapServers(), waiting);
        }
    }

    private long publish(String bootstrapServers, long entries, long more)
            throws SQLException, ExecutionException, InterruptedException {
        createTopics(bootstrapServers);
        long last = lastPosition();
        var logged = LoggedNumbers.read(operator);
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", bootstrapServers, "linger.ms", 20),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            var sent = new long[1];
            var stream =
                    new Year(
                            entries,
                            told -> {
                                if (!logged.contains(told.envelope())) {
                                    var unused = producer.send(message(told));
                                    sent[0]++;
                                }
                            });
            while (stream.position() < last) {
                stream.next();
            }
            long from = stream.entries();
            while (stream.entries() < from + more) {
                stream.next();
            }
            producer.flush();
            return sent[0];
        }
    }

    private static void createTopics(String bootstrapServers)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(Topics.DIRECTORY, PARTITIONS, (short) 1),
                                    new NewTopic(Topics.ATTEMPTS, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static ProducerRecord<String, byte[]> message(Year.Told told) {
        var envelope = told.envelope();
        var message =
                new ProducerRecord<>(
                        envelope.type().topic(),
                        envelope.tenantId(),
                        JSON.writeValueAsBytes(told.event()));
        CloudEventHeaders.of(envelope)
                .forEach(
                        (name, value) ->
                                message.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private void feed(String bootstrapServers, long waiting) throws Exception {
        var registry = new SimpleMeterRegistry();
        var feeder =
                new LogFeeder(
                        new Ingest(database, Duration.ofMinutes(10), InstantSource.system()),
                        new IngestMetrics(registry, Traces.none(), InstantSource.system()),
                        bootstrapServers,
                        "benchmark");
        System.out.println("| entries | seconds | entries/s | JVM µs | PostgreSQL µs |");
        System.out.println("|--:|--:|--:|--:|--:|");
        feeder.start();
        try {
            // Before it has partitions, nothing waits for it either.
            while (entries(registry) == 0 && feeder.incompleteBecause().isEmpty()) {
                LockSupport.parkNanos(20_000_000);
            }
            for (int round = 0; round < 6 && !feeder.caughtUp(); round++) {
                var before = cpu.now();
                long began = System.nanoTime();
                double first = entries(registry);
                while (entries(registry) - first < waiting / 6.5 && !feeder.caughtUp()) {
                    LockSupport.parkNanos(20_000_000);
                }
                double part = entries(registry) - first;
                double seconds = (System.nanoTime() - began) / 1e9;
                var used = cpu.now().minus(before);
                System.out.printf(
                        "| %,.0f | %.1f | %,.0f | %.0f | %.0f |%n",
                        part,
                        seconds,
                        part / seconds,
                        used.jvm() * 1e6 / part,
                        used.server() * 1e6 / part);
            }
            feeder.incompleteBecause()
                    .ifPresent(
                            reason -> {
                                throw new IllegalStateException(reason);
                            });
        } finally {
            feeder.stop();
        }
    }

    private static double entries(SimpleMeterRegistry registry) {
        return registry.find("rollbook.audit.entries").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private long lastPosition() throws SQLException {
        try (var statement = operator.createStatement();
                var rows = statement.executeQuery("select max(position) from entry_event")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = operator.createStatement()) {
            statement.execute(sql);
        }
    }
}
