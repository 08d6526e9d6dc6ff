package io.rollbook.provisioning.publish.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.rollbook.link.trace.Traces;
import io.rollbook.provisioning.publish.contract.PublicationMapping;
import io.rollbook.provisioning.publish.source.RelayConnection;

import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import javax.sql.DataSource;

/**
 * Publishes every committed event, in the store's order, once per number. Of all relays on one
 * database one works and the others stand by. Whatever fails, PostgreSQL or Kafka, it begins anew
 * at the saved position and goes on for ever: what is sent again has the same id and number.
 */
public final class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final DataSource database;
    private final Supplier<Producer<String, byte[]>> kafka;
    private final PublicationMapping mapping;
    private final RelaySettings settings;
    private final RelayMetrics metrics;
    private final WakeUp wakeUp = new WakeUp();
    private volatile boolean stopping;
    private boolean failing;
    private @Nullable Thread thread;

    /**
     * @param database gives connections that are the relay's alone
     * @param kafka opens a producer when the topics are there; may throw when Kafka is away
     */
    public Relay(
            DataSource database,
            Supplier<Producer<String, byte[]>> kafka,
            PublicationMapping mapping,
            RelaySettings settings,
            MeterRegistry registry,
            Traces traces) {
        this.database = database;
        this.kafka = kafka;
        this.mapping = mapping;
        this.settings = settings;
        this.metrics = new RelayMetrics(registry, traces, InstantSource.system());
    }

    /** Something may have been committed. Returns at once. */
    public void wake() {
        wakeUp.call();
    }

    @Override
    public synchronized void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("rollbook-relay").start(this::run);
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        wakeUp.call();
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(STOP)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (!stopping) {
                try (var connection = RelayConnection.open(database)) {
                    publishOnceLocked(connection);
                } catch (SQLException | PublicationFailed | RuntimeException e) {
                    metrics.failed();
                    report(e);
                }
                pause();
            }
        } catch (InterruptedException e) {
            LOG.debug("The relay was interrupted");
        }
    }

    private void publishOnceLocked(RelayConnection connection)
            throws SQLException, PublicationFailed, InterruptedException {
        while (!stopping && !connection.tryLock()) {
            pause();
        }
        if (stopping) {
            return;
        }
        var producer = kafka.get();
        try {
            metrics.active(true);
            failing = false;
            LOG.info("Publishing begins");
            new RelaySession(connection, producer, mapping, settings, metrics, wakeUp)
                    .run(() -> stopping);
        } finally {
            metrics.active(false);
            producer.close(Duration.ZERO);
        }
    }

    /** Not woken by commits: those cannot mend what failed. */
    private void pause() throws InterruptedException {
        long until = System.nanoTime() + settings.retry().toNanos();
        while (!stopping && System.nanoTime() < until) {
            wakeUp.await(Duration.ofNanos(until - System.nanoTime()));
        }
    }

    /** Once per outage, not once per try. */
    private void report(Exception failure) {
        LOG.atLevel(failing ? Level.DEBUG : Level.WARN)
                .log("Publication begins anew at the saved position: {}", reason(failure));
        failing = true;
    }

    private static String reason(Exception e) {
        var cause = e.getCause();
        return cause == null ? e.toString() : e + ", " + cause;
    }
}
