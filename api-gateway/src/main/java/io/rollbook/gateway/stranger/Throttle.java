package io.rollbook.gateway.stranger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes guessing slow. Every failure costs its source and the beginning of its credential one from
 * a small stock that fills up slowly; who has none left is turned away without a look-up. A
 * credential that was accepted within the last day is never turned away, so that nobody can lock
 * its owner out from the same address or with the same beginning. Thread-safe, in bounded memory.
 */
public final class Throttle {

    private static final int MOST = 100_000;
    private static final Duration REST = Duration.ofMinutes(30);
    private static final Duration STANDING = Duration.ofDays(1);

    private final Patience patience;
    private final TimeMeter time;
    private final Cache<String, Bucket> sources;
    private final Cache<String, Bucket> beginnings;
    private final Cache<String, Boolean> accepted;

    public Throttle(Patience patience) {
        this(patience, TimeMeter.SYSTEM_NANOTIME);
    }

    Throttle(Patience patience, TimeMeter time) {
        this.patience = patience;
        this.time = time;
        this.sources = kept(REST);
        this.beginnings = kept(REST);
        this.accepted = kept(STANDING);
    }

    private static <T> Cache<String, T> kept(Duration rest) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(rest)
                .executor(Runnable::run)
                .build();
    }

    /** How long to wait before it makes sense to try again; empty when it may be tried now. */
    public Optional<Duration> wait(Presented presented) {
        if (accepted.getIfPresent(presented.hash()) != null) {
            return Optional.empty();
        }
        return Stream.of(
                        Optional.ofNullable(sources.getIfPresent(presented.source())),
                        Optional.ofNullable(beginnings.getIfPresent(presented.beginning())))
                .flatMap(Optional::stream)
                .map(stock -> stock.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                .max(Long::compare)
                .filter(nanos -> nanos > 0)
                .map(Duration::ofNanos);
    }

    public void accepted(Presented presented) {
        if (!presented.hash().isEmpty() && accepted.getIfPresent(presented.hash()) == null) {
            accepted.put(presented.hash(), true);
        }
    }

    public void failed(Presented presented) {
        accepted.invalidate(presented.hash());
        stock(sources, presented.source()).tryConsume(1);
        if (!presented.beginning().isEmpty()) {
            stock(beginnings, presented.beginning()).tryConsume(1);
        }
    }

    private Bucket stock(Cache<String, Bucket> stocks, String key) {
        return stocks.get(
                key,
                absent ->
                        Bucket.builder()
                                .withCustomTimePrecision(time)
                                .addLimit(
                                        Bandwidth.builder()
                                                .capacity(patience.burst())
                                                .refillGreedy(
                                                        patience.perMinute(), Duration.ofMinutes(1))
                                                .build())
                                .build());
    }
}
