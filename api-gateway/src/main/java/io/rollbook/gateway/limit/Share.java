package io.rollbook.gateway.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What is left of one allowance. Thread-safe. */
final class Share {

    private final Allowance allowance;
    private final Bucket bucket;
    private final AtomicInteger running;

    private Share(Allowance allowance, TimeMeter time, AtomicInteger running) {
        this.allowance = allowance;
        this.running = running;
        this.bucket =
                Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(
                                Bandwidth.builder()
                                        .capacity(allowance.burst())
                                        .refillGreedy(
                                                allowance.requestsPerSecond(),
                                                Duration.ofSeconds(1))
                                        .build())
                        .build();
    }

    static Share whole(Allowance allowance, TimeMeter time) {
        return new Share(allowance, time, new AtomicInteger());
    }

    /** What is running goes on to count. */
    Share changedTo(Allowance changed, TimeMeter time) {
        return new Share(changed, time, running);
    }

    Allowance allowance() {
        return allowance;
    }

    ConsumptionProbe take() {
        return bucket.tryConsumeAndReturnRemaining(1);
    }

    void giveBack() {
        bucket.addTokens(1);
    }

    boolean begin() {
        if (running.incrementAndGet() > allowance.concurrentRequests()) {
            running.decrementAndGet();
            return false;
        }
        return true;
    }

    void end() {
        running.decrementAndGet();
    }
}
