package io.rollbook.audit.ingest;

import io.rollbook.audit.entry.LoggedEvent;

import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Feeds the log from the topics: one thread reads while another writes. When Kafka or PostgreSQL is
 * away it tries again until they are back; when going on would skip an event it stops for good and
 * says so.
 */
public final class LogFeeder implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogFeeder.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Ingest ingest;
    private final IngestMetrics metrics;
    private final String bootstrapServers;
    private final String group;

    private volatile @Nullable Thread thread;
    private volatile @Nullable TopicConsumer polling;
    private volatile @Nullable String incompleteBecause;
    private volatile boolean caughtUp;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    public LogFeeder(Ingest ingest, IngestMetrics metrics, String bootstrapServers, String group) {
        this.ingest = ingest;
        this.metrics = metrics;
        this.bootstrapServers = bootstrapServers;
        this.group = group;
    }

    /** Why the log stands still for good, if it does. */
    public Optional<String> incompleteBecause() {
        return Optional.ofNullable(incompleteBecause);
    }

    /** Whether everything that was published is in the log, as far as this instance knows. */
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("audit-feeder").start(this::feed);
    }

    private void feed() {
        while (!isStopping()) {
            try (var consumer = new TopicConsumer(bootstrapServers, group, ingest::offsets);
                    var writer = new BatchWriter(ingest, metrics)) {
                polling = consumer;
                while (!isStopping()) {
                    step(consumer, writer);
                }
            } catch (WakeupException e) {
                LOG.debug("The log stops reading", e);
            } catch (LogIncomplete e) {
                stopForGood(e);
                return;
            } catch (RuntimeException e) {
                LOG.warn("The log waits for Kafka or PostgreSQL: {}", e.toString());
                pause();
            } finally {
                polling = null;
                caughtUp = false;
            }
        }
    }

    private void step(TopicConsumer consumer, BatchWriter writer) {
        var records = consumer.poll(POLL);
        if (records.isEmpty()) {
            consumer.tell(writer.finish());
            caughtUp = consumer.isAtTheEnd();
        } else {
            caughtUp = false;
            var events = new ArrayList<LoggedEvent>(records.count());
            records.forEach(message -> events.add(EventReader.read(message)));
            var documents = Documents.of(events);
            consumer.tell(writer.finish());
            writer.begin(events, documents, records.nextOffsets());
        }
        metrics.waiting(consumer.waiting() + writer.pending());
    }

    private void stopForGood(LogIncomplete reason) {
        LOG.error("The log stopped. {}", reason.getMessage(), reason);
        incompleteBecause = reason.getMessage();
        metrics.stopped();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause() {
        try {
            var ignored = stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        var consumer = polling;
        if (consumer != null) {
            consumer.wakeUp();
        }
        var running = thread;
        if (running != null) {
            try {
                running.join(STOP_TIMEOUT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
