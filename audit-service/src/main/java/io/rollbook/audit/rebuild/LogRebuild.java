package io.rollbook.audit.rebuild;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.SecondSchema;
import io.rollbook.audit.ingest.Ingest;
import io.rollbook.audit.integrity.custody.Act;
import io.rollbook.audit.integrity.custody.Custody;

import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Builds the whole log from the events, by what feeds the log that serves and into tables like its
 * own, while that one goes on; then compares. Nothing that serves is changed. Thread-safe; one at a
 * time.
 */
public final class LogRebuild {

    private static final Logger LOG = LoggerFactory.getLogger(LogRebuild.class);
    private static final int BATCH = 2_000;
    private static final long LOOK_NANOS = 100_000_000;
    private static final String NAME = "rebuild";

    private final Access access;
    private final LogDatabase serving;
    private final Custody custody;
    private final Duration patience;
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * @param second where the rebuilt tables go
     * @param serviceUrl with the service's role, which writes them
     */
    public record Access(
            SecondSchema second,
            String serviceUrl,
            String servicePassword,
            String bootstrapServers,
            Duration cyclePause) {}

    /**
     * @param patience how long the log that serves may take to have what the topics have
     */
    public LogRebuild(Access access, LogDatabase serving, Custody custody, Duration patience) {
        this.access = access;
        this.serving = serving;
        this.custody = custody;
        this.patience = patience;
    }

    /**
     * Empty when one is running already.
     *
     * @throws SQLException when the second tables cannot be made
     */
    public Optional<RebuildReport> run() throws SQLException {
        if (!running.compareAndSet(false, true)) {
            return Optional.empty();
        }
        try {
            var name = access.second().create();
            try {
                return Optional.of(run(name));
            } finally {
                access.second().drop(name);
            }
        } finally {
            running.set(false);
        }
    }

    private RebuildReport run(String name) {
        long began = System.nanoTime();
        var url = access.second().serviceUrl(access.serviceUrl(), name);
        SortedSet<String> tenants = new TreeSet<>();
        long events = 0;
        try (var built =
                        LogDatabase.open(url, access.second().service(), access.servicePassword());
                var history = new TopicHistory(access.bootstrapServers())) {
            var ingest = new Ingest(built, access.cyclePause(), InstantSource.system());
            for (var batch = history.next(BATCH); !batch.isEmpty(); batch = history.next(BATCH)) {
                ingest.apply(batch, Map.of());
                batch.forEach(event -> tenants.add(event.envelope().tenantId()));
                events += batch.size();
            }
            awaitServing(history.ends());
        }
        var comparison = new LogComparison(serving, name);
        tenants.forEach(comparison::compare);
        var deviations = comparison.deviations();
        deviations.forEach(this::tell);
        return new RebuildReport(
                events,
                tenants.size(),
                comparison.otherNames(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                deviations.isEmpty(),
                deviations);
    }

    /** What it has not by then, it lacks. */
    private void awaitServing(Map<TopicPartition, Long> ends) {
        var ingest = new Ingest(serving, access.cyclePause(), InstantSource.system());
        long deadline = System.nanoTime() + patience.toNanos();
        while (!reaches(ingest.offsets(), ends) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static boolean reaches(
            Map<TopicPartition, Long> offsets, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void tell(Deviation deviation) {
        LOG.error(
                "The log of tenant {} is not what its events make: {} {} differs.",
                deviation.tenant(),
                deviation.what(),
                deviation.first());
        custody.record(
                deviation.tenant(),
                Act.bySystem(
                        Act.Kind.DIFFERENCE,
                        NAME,
                        Map.of(
                                "healed",
                                false,
                                "reason",
                                "The log is not what its events make: "
                                        + deviation.what()
                                        + " "
                                        + deviation.first()
                                        + " differs.")));
    }
}
