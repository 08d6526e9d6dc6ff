package io.rollbook.projections.visibility;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Who waits for news of which resource. Thread-safe. */
final class Waiters {

    private final ConcurrentHashMap<ResourceKey, Set<Semaphore>> byKey = new ConcurrentHashMap<>();

    /** Until it is closed, news of any of the resources releases the signal. */
    record Registration(Waiters waiters, List<ResourceKey> keys, Semaphore signal)
            implements AutoCloseable {

        @Override
        public void close() {
            keys.forEach(key -> waiters.remove(key, signal));
        }
    }

    Registration register(List<ResourceKey> keys) {
        var signal = new Semaphore(0);
        for (var key : keys) {
            byKey.compute(
                    key,
                    (k, signals) -> {
                        var all =
                                signals == null
                                        ? ConcurrentHashMap.<Semaphore>newKeySet()
                                        : signals;
                        all.add(signal);
                        return all;
                    });
        }
        return new Registration(this, keys, signal);
    }

    void wake(ResourceKey key) {
        var signals = byKey.get(key);
        if (signals != null) {
            signals.forEach(Semaphore::release);
        }
    }

    private void remove(ResourceKey key, Semaphore signal) {
        byKey.computeIfPresent(
                key,
                (k, signals) -> {
                    signals.remove(signal);
                    return signals.isEmpty() ? null : signals;
                });
    }
}
