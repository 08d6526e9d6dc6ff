package io.rollbook.projections.visibility;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rollbook.projections.apply.AppliedEvents;
import io.rollbook.projections.apply.AppliedListener;
import io.rollbook.projections.database.DatabaseFailure;
import io.rollbook.projections.database.TenantQueries;
import io.rollbook.scim.seam.Unavailable;
import io.rollbook.scim.seam.Visibility;
import io.rollbook.scim.seam.Written;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits for versions: woken by this instance's own feed, and asking the database for what another
 * instance applies. Thread-safe.
 */
public final class VisibleVersions implements Visibility, AppliedListener {

    private static final Duration FIRST_LOOK = Duration.ofMillis(2);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(50);
    private static final Duration SAFETY_LOOK = Duration.ofMillis(100);

    private final RecentVersions recent = new RecentVersions();
    private final Waiters waiters = new Waiters();
    private final Set<String> fedHere = ConcurrentHashMap.newKeySet();
    private final StoredVersions stored;
    private final Timer inTime;
    private final Timer tooLate;

    public VisibleVersions(TenantQueries queries, MeterRegistry registry) {
        this.stored = new StoredVersions(queries);
        this.inTime = waits(registry, "visible");
        this.tooLate = waits(registry, "late");
    }

    private static Timer waits(MeterRegistry registry, String outcome) {
        return Timer.builder("rollbook.projections.visibility.wait")
                .description("How long an answer was held until reads showed what it wrote")
                .tag("outcome", outcome)
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    @Override
    public void applied(List<AppliedEvents> batch) {
        for (var applied : batch) {
            fedHere.add(applied.tenantId());
            applied.versions()
                    .forEach(
                            (id, version) -> {
                                var key = new ResourceKey(applied.tenantId(), id);
                                recent.applied(key, version);
                                waiters.wake(key);
                            });
        }
    }

    @Override
    public void partitionsChanged() {
        fedHere.clear();
    }

    @Override
    public boolean await(String tenantId, List<Written> written, Duration atMost) {
        long asked = System.nanoTime();
        boolean visible = await(tenantId, written, asked + atMost.toNanos());
        (visible ? inTime : tooLate).record(System.nanoTime() - asked, TimeUnit.NANOSECONDS);
        return visible;
    }

    private boolean await(String tenantId, List<Written> written, long deadline) {
        var missing = new HashMap<ResourceKey, Long>();
        for (var each : written) {
            missing.merge(new ResourceKey(tenantId, each.resourceId()), each.version(), Long::max);
        }
        try (var waiter = waiters.register(List.copyOf(missing.keySet()))) {
            return await(tenantId, missing, waiter.signal(), deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean await(
            String tenantId, Map<ResourceKey, Long> missing, Semaphore signal, long deadline)
            throws InterruptedException {
        long look = FIRST_LOOK.toNanos();
        while (true) {
            missing.entrySet().removeIf(each -> recent.shows(each.getKey(), each.getValue()));
            if (missing.isEmpty()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            // What is applied here wakes us; only what is applied elsewhere must be looked for.
            boolean here = fedHere.contains(tenantId);
            long pause = here ? SAFETY_LOOK.toNanos() : look;
            boolean woken = signal.tryAcquire(Math.min(pause, left), TimeUnit.NANOSECONDS);
            if (!woken) {
                look = Math.min(look * 2, LONGEST_LOOK.toNanos());
                removeStored(tenantId, missing);
            }
        }
    }

    private void removeStored(String tenantId, Map<ResourceKey, Long> missing) {
        try {
            var ids = missing.keySet().stream().map(ResourceKey::resourceId).toList();
            var versions = stored.of(tenantId, ids);
            missing.entrySet()
                    .removeIf(
                            each ->
                                    versions.getOrDefault(each.getKey().resourceId(), 0L)
                                            >= each.getValue());
        } catch (Unavailable | DatabaseFailure e) {
            // Not seen means not visible; the caller's time goes on running.
        }
    }
}
