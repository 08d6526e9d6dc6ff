package io.rollbook.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests this instance works on at the same time, whoever sends them. One more is turned
 * away before anything is done for it, so that those that are under way get through. Thread-safe.
 */
public final class Capacity {

    private final int most;
    private final AtomicInteger running = new AtomicInteger();
    private final Counter shed;

    public Capacity(int most, MeterRegistry meters) {
        this.most = most;
        meters.gauge("rollbook.gateway.running", running);
        this.shed =
                Counter.builder("rollbook.gateway.shed")
                        .description("Requests turned away because too many were under way")
                        .register(meters);
    }

    /** Whoever may begin has to {@link #end()}. */
    public boolean begin() {
        if (running.incrementAndGet() > most) {
            running.decrementAndGet();
            shed.increment();
            return false;
        }
        return true;
    }

    public void end() {
        running.decrementAndGet();
    }
}
