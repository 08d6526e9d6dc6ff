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
    private final Forbearance forbearance;
    private final Bucket refusals;
    private final AtomicInteger running;

    private Share(
            Allowance allowance,
            Bucket bucket,
            Forbearance forbearance,
            Bucket refusals,
            AtomicInteger running) {
        this.allowance = allowance;
        this.bucket = bucket;
        this.forbearance = forbearance;
        this.refusals = refusals;
        this.running = running;
    }

    static Share whole(Allowance allowance, Forbearance forbearance, TimeMeter time) {
        return new Share(
                allowance,
                bucket(allowance.burst(), allowance.requestsPerSecond(), time),
                forbearance,
                bucket(forbearance.burst(), forbearance.perSecond(), time),
                new AtomicInteger());
    }

    /** What is running goes on to count, and so does what was refused. */
    Share changedTo(Allowance changed, TimeMeter time) {
        return new Share(
                changed,
                bucket(changed.burst(), changed.requestsPerSecond(), time),
                forbearance,
                refusals,
                running);
    }

    private static Bucket bucket(int burst, int perSecond, TimeMeter time) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(
                        Bandwidth.builder()
                                .capacity(burst)
                                .refillGreedy(perSecond, Duration.ofSeconds(1))
                                .build())
                .build();
    }

    Allowance allowance() {
        return allowance;
    }

    ConsumptionProbe take() {
        return bucket.tryConsumeAndReturnRemaining(1);
    }

    /** How long the next refusal is held back: not at all as long as there are few. */
    Duration holdOfRefusal() {
        return refusals.tryConsume(1) ? Duration.ZERO : forbearance.hold();
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
