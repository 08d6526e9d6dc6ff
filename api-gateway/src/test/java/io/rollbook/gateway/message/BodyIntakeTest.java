package io.rollbook.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

class BodyIntakeTest {

    private static final BodyLimit LIMIT = BodyLimit.of(DataSize.ofBytes(100_000));

    private final AtomicLong millis = new AtomicLong();
    private final BodyIntake intake =
            new BodyIntake(Duration.ofSeconds(30), () -> Instant.ofEpochMilli(millis.get()));

    @Test
    void bodyIsReadWhateverItsHeadSays() {
        byte[] body = new byte[50_000];
        Arrays.fill(body, (byte) 7);

        for (long declared : new long[] {-1, 0, 1, body.length, LIMIT.bytes()}) {
            assertThat(intake.read(declared, () -> new ByteArrayInputStream(body), LIMIT))
                    .isInstanceOfSatisfying(
                            Outcome.Accepted.class,
                            accepted -> assertThat(accepted.value()).isEqualTo(body));
        }
    }

    @Test
    void tooLargeByItsOwnWordIsNotEvenOpened() {
        Outcome<byte[]> outcome =
                intake.read(
                        LIMIT.bytes() + 1,
                        () -> {
                            throw new AssertionError("opened");
                        },
                        LIMIT);

        assertRefused(outcome, 413);
    }

    @Test
    void endlessBodyIsReadOnlyALittleBeyondTheLimit() {
        AtomicLong taken = new AtomicLong();
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 1;
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        taken.addAndGet(length);
                        return length;
                    }
                };

        assertRefused(intake.read(-1, () -> endless, LIMIT), 413);
        assertThat(taken.get()).isLessThan(LIMIT.bytes() + 20_000);
    }

    @Test
    void drippingBodyIsGivenUp() {
        InputStream dripping =
                new InputStream() {
                    @Override
                    public int read() {
                        return 1;
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        millis.addAndGet(9_000);
                        return 1;
                    }
                };

        assertRefused(intake.read(-1, () -> dripping, LIMIT), 408);
        assertThat(millis.get()).isEqualTo(36_000);
    }

    @Test
    void brokenConnectionIsARefusal() {
        Outcome<byte[]> outcome =
                intake.read(
                        10,
                        () -> {
                            throw new IOException("reset");
                        },
                        LIMIT);

        assertRefused(outcome, 400);
    }

    private static void assertRefused(Outcome<byte[]> outcome, int status) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.error().status()).isEqualTo(status));
    }
}
