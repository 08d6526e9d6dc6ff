package io.rollbook.gateway.message;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;

/** Reads bodies within bounds of size and time, whatever their head promised. */
public final class BodyIntake {

    private static final int CHUNK = 16 * 1024;

    private final Duration atMost;
    private final InstantSource clock;

    /**
     * @param atMost how long a client may take to send a body
     */
    public BodyIntake(Duration atMost, InstantSource clock) {
        this.atMost = atMost;
        this.clock = clock;
    }

    /** Where a body comes from. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * @param declared the length that the head names, negative for none
     */
    public Outcome<byte[]> read(long declared, Source source, BodyLimit limit) {
        if (declared > limit.bytes()) {
            return Outcome.refused(limit.exceeded());
        }
        try (InputStream body = source.open()) {
            return read(body, Math.toIntExact(Math.max(0, declared)), limit);
        } catch (IOException e) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_SYNTAX, "The body was not received completely."));
        }
    }

    private Outcome<byte[]> read(InputStream body, int expected, BodyLimit limit)
            throws IOException {
        long deadline = clock.millis() + atMost.toMillis();
        ByteArrayOutputStream received = new ByteArrayOutputStream(Math.min(expected, CHUNK));
        byte[] chunk = new byte[expected > 0 ? Math.min(expected, CHUNK) : CHUNK];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            received.write(chunk, 0, n);
            if (received.size() > limit.bytes()) {
                return Outcome.refused(limit.exceeded());
            }
            if (clock.millis() > deadline) {
                return Outcome.refused(
                        ScimError.of(
                                408,
                                "The body did not arrive within " + atMost.toSeconds() + " s."));
            }
        }
        return Outcome.accepted(received.toByteArray());
    }
}
