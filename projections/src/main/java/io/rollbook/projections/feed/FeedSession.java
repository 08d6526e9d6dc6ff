package io.rollbook.projections.feed;

import io.rollbook.projections.apply.AppliedListener;
import io.rollbook.projections.apply.BatchApplication;
import io.rollbook.projections.event.EventRecords;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.Map;

/**
 * Follows the topic on one consumer: from the offsets that stand beside the rows, batch by batch.
 * Whatever goes wrong, it rests, goes back to those offsets and tries again; so it needs no memory
 * of its own, and nothing can be skipped. Used by one thread.
 */
final class FeedSession {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);

    private final Consumer<String, byte[]> consumer;
    private final FeedSettings settings;
    private final BatchApplication application;
    private final FeedState state;
    private final AppliedListener listener;
    private final Subscription subscription;
    private final EventRecords reader = new EventRecords();

    private boolean positioned;
    private boolean resting;
    private Map<TopicPartition, Long> goals = Map.of();
    private long committedAt = System.nanoTime();

    FeedSession(
            Consumer<String, byte[]> consumer,
            FeedSettings settings,
            BatchApplication application,
            FeedState state,
            AppliedListener listener) {
        this.consumer = consumer;
        this.settings = settings;
        this.application = application;
        this.state = state;
        this.listener = listener;
        this.subscription = new Subscription(consumer, settings);
    }

    /**
     * Does the next thing; returns soon.
     *
     * @return false when there is nothing to do for a while
     */
    boolean step() {
        if (!subscription.ask()) {
            state.catchingUp("The topic %s does not exist yet.".formatted(settings.topic()));
            return false;
        }
        if (resting) {
            rest();
        } else if (positioned || position()) {
            follow();
        }
        if (subscription.hasChanged()) {
            subscription.acknowledgeChange();
            // What was polled meanwhile started elsewhere; it comes again.
            positioned = false;
            listener.partitionsChanged();
        }
        return true;
    }

    /** Polls nothing but keeps the partitions. */
    private void rest() {
        consumer.pause(consumer.assignment());
        consumer.poll(settings.retryAfter());
        resting = false;
    }

    private boolean position() {
        try {
            var stored = application.storedOffsets(settings.topic());
            for (var partition : consumer.assignment()) {
                consumer.seek(partition, stored.getOrDefault(partition.partition(), 0L));
            }
        } catch (RuntimeException e) {
            return stop(e);
        }
        consumer.resume(consumer.assignment());
        if (!state.isCaughtUp()) {
            goals = consumer.endOffsets(consumer.assignment());
        }
        positioned = true;
        // Where nothing has come since the last time, no poll needs to wait for something first.
        report();
        return true;
    }

    private void follow() {
        var records = consumer.poll(POLL);
        if (subscription.hasChanged()) {
            return;
        }
        if (!records.isEmpty()) {
            positioned = apply(records);
        } else {
            state.goingOn();
        }
        if (positioned) {
            report();
        }
    }

    private boolean apply(ConsumerRecords<String, byte[]> records) {
        try {
            listener.applied(application.apply(reader.batch(settings.topic(), records)));
        } catch (RuntimeException e) {
            return stop(e);
        }
        state.goingOn();
        commitSometimes();
        return true;
    }

    private boolean stop(RuntimeException reason) {
        if (reason instanceof KafkaException) {
            throw reason;
        }
        resting = true;
        state.stopped(FailureSentence.of(reason));
        return false;
    }

    private void report() {
        state.lag(
                consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum());
        if (state.isCaughtUp() || !subscription.hasJoined()) {
            return;
        }
        var missing =
                goals.entrySet().stream()
                        .mapToLong(goal -> goal.getValue() - consumer.position(goal.getKey()))
                        .filter(count -> count > 0)
                        .sum();
        if (missing == 0) {
            state.caughtUp();
        } else {
            state.catchingUp("%d events are still to be applied.".formatted(missing));
        }
    }

    /** Only for people who watch the group: what counts stands in the database. */
    private void commitSometimes() {
        if (settings.shared() && System.nanoTime() - committedAt > COMMIT_EVERY.toNanos()) {
            consumer.commitAsync();
            committedAt = System.nanoTime();
        }
    }
}
