package io.rollbook.gateway.exchange;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Request ids: UUIDs of version 7 (RFC 9562 §5.7), which sort by time. */
public final class RequestIds {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RequestIds() {}

    public static String at(Instant time, RandomGenerator random) {
        long high = (time.toEpochMilli() << 16) | VERSION | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT;
        return new UUID(high, low).toString();
    }
}
