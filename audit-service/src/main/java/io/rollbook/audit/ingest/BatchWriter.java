package io.rollbook.audit.ingest;

import io.rollbook.audit.entry.LoggedEvent;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes a batch on a thread of its own while the next one is read: one at a time, in their order,
 * and none after one that failed. For one thread that reads.
 */
final class BatchWriter implements AutoCloseable {

    private record Writing(
            Map<TopicPartition, OffsetAndMetadata> next, int events, Future<?> done) {}

    private final Ingest ingest;
    private final IngestMetrics metrics;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("audit-writer").factory());
    private @Nullable Writing writing;

    BatchWriter(Ingest ingest, IngestMetrics metrics) {
        this.ingest = ingest;
        this.metrics = metrics;
    }

    /** Begins when {@link #finish} has been called for the batch before. */
    void begin(
            List<LoggedEvent> events,
            Documents documents,
            Map<TopicPartition, OffsetAndMetadata> next) {
        var done = thread.submit(() -> metrics.added(ingest.apply(events, documents, next)));
        writing = new Writing(next, events.size(), done);
    }

    /** How many events are on their way into the log. */
    int pending() {
        var batch = writing;
        return batch == null || batch.done().isDone() ? 0 : batch.events();
    }

    /**
     * Waits until nothing is being written.
     *
     * @return where to go on reading after what was written; empty for nothing
     * @throws RuntimeException what writing failed with
     */
    Map<TopicPartition, OffsetAndMetadata> finish() {
        var batch = writing;
        writing = null;
        if (batch == null) {
            return Map.of();
        }
        Waiting.on(batch.done());
        return batch.next();
    }

    /** What is being written is written to its end. */
    @Override
    public void close() {
        thread.close();
    }
}
