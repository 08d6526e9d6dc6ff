package io.rollbook.link;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

/** A key, a clock that stands still until it is moved, and the two ends. */
public final class LinkFixture {

    public static final LinkKey KEY = keyOf(7);
    public static final LinkKey OTHER_KEY = keyOf(8);

    private Instant now = Instant.parse("2026-03-02T09:15:00Z");

    public InstantSource clock() {
        return () -> now;
    }

    public void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    public LinkSigner signer() {
        return new LinkSigner("gateway", KEY, clock());
    }

    public LinkVerifier verifier() {
        return new LinkVerifier("core", KEY, clock());
    }

    public static LinkKey keyOf(int value) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) value);
        return LinkKey.of(secret);
    }
}
