package io.rollbook.audit.notification.delivery;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.notification.delivery.Deliveries.Taken;
import io.rollbook.audit.rounds.Rounds;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Sends what waits, in rounds. What cannot be sent is tried again, less and less often, until it is
 * too old to be of use; who sent and stopped before saying so sends once more.
 */
public final class DeliveryRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);
    private static final int TENANTS_AT_ONCE = 16;
    private static final int OF_ONE_TENANT = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLED_AT_MOST = 7;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(25);

    private final Deliveries deliveries;
    private final Map<String, Channel> channels;
    private final Runnable beforehand;
    private final DeliveryMetrics metrics;
    private final InstantSource clock;
    private final Duration keepTrying;

    /**
     * @param channels by name; what has none is given up
     * @param beforehand makes the notices of what happens merely because time passes
     * @param keepTrying how old a notice may get
     * @param every the pause between two rounds
     */
    public DeliveryRounds(
            LogDatabase database,
            Map<String, Channel> channels,
            Runnable beforehand,
            DeliveryMetrics metrics,
            InstantSource clock,
            Duration keepTrying,
            Duration every) {
        super("audit-notices", First.AT_ONCE, every, STOP_TIMEOUT);
        this.deliveries = new Deliveries(database);
        this.channels = Map.copyOf(channels);
        this.beforehand = beforehand;
        this.metrics = metrics;
        this.clock = clock;
        this.keepTrying = keepTrying;
    }

    /** Tries what is due now, some of each tenant: one whose receivers hang delays no other. */
    @Override
    public void round() throws InterruptedException {
        beforehand.run();
        var tenants = deliveries.waiting(clock.instant(), TENANTS_AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    tenants.stream().map(tenant -> threads.submit(() -> deliver(tenant))).toList();
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Notices could not be taken", e.getCause());
        }
    }

    private void deliver(String tenant) {
        for (int i = 0; i < OF_ONE_TENANT; i++) {
            var taken = deliveries.take(tenant, clock.instant());
            if (taken.isEmpty() || !attempt(taken.get())) {
                break;
            }
        }
        deliveries.settle(tenant);
    }

    /** Whether it makes sense to go on at once. */
    private boolean attempt(Taken taken) {
        var notice = taken.notice();
        if (notice.occurredAt().plus(keepTrying).isBefore(clock.instant())) {
            giveUp(taken, "It is too old");
            return true;
        }
        var channel = channels.get(taken.channel());
        if (channel == null) {
            giveUp(taken, "This channel is not configured");
            return true;
        }
        return switch (channel.send(taken.target(), notice, taken.document())) {
            case Channel.Result.Delivered _ -> {
                deliveries.delivered(taken, clock.instant());
                metrics.count(taken.channel(), "delivered");
                yield true;
            }
            case Channel.Result.Refused(var problem) -> {
                giveUp(taken, problem);
                yield true;
            }
            case Channel.Result.Failed(var problem) -> {
                deliveries.again(taken, clock.instant().plus(pause(taken.attempts())), problem);
                metrics.count(taken.channel(), "failed");
                LOG.warn("Notice {} could not be sent: {}", notice.id(), problem);
                yield false;
            }
        };
    }

    private void giveUp(Taken taken, String problem) {
        deliveries.givenUp(taken, clock.instant(), problem);
        metrics.count(taken.channel(), "given up");
        LOG.warn("Notice {} is not sent: {}", taken.notice().id(), problem);
    }

    private static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLED_AT_MOST));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    @Override
    protected void failed(RuntimeException reason) {
        LOG.warn("Notices wait: {}", reason.toString());
    }
}
