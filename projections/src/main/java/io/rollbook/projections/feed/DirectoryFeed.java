package io.rollbook.projections.feed;

import io.rollbook.projections.apply.AppliedListener;
import io.rollbook.projections.apply.BatchApplication;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps the read models up to date for as long as the process runs, on a thread of its own. When a
 * consumer fails for good, it opens another.
 */
public final class DirectoryFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFeed.class);
    private static final Duration CLOSE_AT_MOST = Duration.ofSeconds(10);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Function<Consumer<String, byte[]>, FeedSession> sessions;
    private final FeedSettings settings;
    private final FeedState state;
    private final Thread thread = Thread.ofPlatform().name("directory-feed").unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);

    public DirectoryFeed(
            Supplier<Consumer<String, byte[]>> consumers,
            FeedSettings settings,
            BatchApplication application,
            FeedState state,
            AppliedListener listener) {
        this.consumers = consumers;
        this.settings = settings;
        this.state = state;
        this.sessions =
                consumer -> new FeedSession(consumer, settings, application, state, listener);
    }

    public void start() {
        thread.start();
    }

    /** Finishes the batch at hand. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(CLOSE_AT_MOST)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        do {
            try (var consumer = consumers.get()) {
                var session = sessions.apply(consumer);
                while (isOpen() && (session.step() || isOpenAfterRest())) {
                    // Step by step.
                }
            } catch (KafkaException e) {
                // Its messages name brokers and topics, never what is in a record.
                LOG.warn("Kafka cannot be followed, trying again: {}", e.getMessage());
                state.catchingUp("Kafka cannot be reached.");
            } catch (RuntimeException e) {
                state.stopped(FailureSentence.of(e));
            }
        } while (isOpenAfterRest());
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private boolean isOpenAfterRest() {
        try {
            return !closing.await(settings.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
