package io.rollbook.gateway.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class ThrottleTest {

    private static final Presented OWNER = presented("198.51.100.1", "rbk_0123456789owner");
    private static final Presented GUESS = presented("203.0.113.7", "rbk_wrong");

    private final AtomicLong nanos = new AtomicLong();
    private final Throttle throttle =
            new Throttle(
                    new Patience(3, 60),
                    new TimeMeter() {
                        @Override
                        public long currentTimeNanos() {
                            return nanos.get();
                        }

                        @Override
                        public boolean isWallClockBased() {
                            return false;
                        }
                    });

    @Test
    void patienceOfASourceEndsAndReturns() {
        fail(3, GUESS);

        assertThat(throttle.wait(GUESS)).contains(Duration.ofSeconds(1));
        assertThat(throttle.wait(presented("203.0.113.7", "rbk_another"))).isPresent();
        assertThat(throttle.wait(OWNER)).isEmpty();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(throttle.wait(GUESS)).isEmpty();
    }

    @Test
    void oneBeginningIsGuessedFromManySourcesInVain() {
        for (int i = 0; i < 3; i++) {
            throttle.failed(presented("203.0.113." + i, "rbk_01234567wrong" + i));
        }

        assertThat(throttle.wait(presented("203.0.113.99", "rbk_01234567other"))).isPresent();
        assertThat(throttle.wait(presented("203.0.113.99", "rbk_76543210other"))).isEmpty();
    }

    @Test
    void whoWasAcceptedIsNeverLockedOut() {
        throttle.accepted(OWNER);
        fail(9, presented(OWNER.source(), "rbk_wrong"));
        for (int i = 0; i < 9; i++) {
            throttle.failed(presented("203.0.113." + i, "rbk_0123456789wrong"));
        }

        assertThat(throttle.wait(OWNER)).isEmpty();
        assertThat(throttle.wait(presented(OWNER.source(), "rbk_new"))).isPresent();
    }

    @Test
    void revokedCredentialLosesItsStanding() {
        throttle.accepted(OWNER);
        fail(4, OWNER);

        assertThat(throttle.wait(OWNER)).isPresent();
    }

    @Test
    void requestsWithoutACredentialAreNotOneCredential() {
        fail(3, Presented.of("203.0.113.7", List.of()));

        assertThat(throttle.wait(Presented.of("203.0.113.7", List.of()))).isPresent();
        assertThat(throttle.wait(Presented.of("203.0.113.8", List.of()))).isEmpty();
    }

    private void fail(int times, Presented presented) {
        for (int i = 0; i < times; i++) {
            throttle.failed(presented);
        }
    }

    private static Presented presented(String source, String credential) {
        return Presented.of(source, List.of("Bearer " + credential));
    }
}
