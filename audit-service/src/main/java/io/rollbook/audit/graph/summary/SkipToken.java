package io.rollbook.audit.graph.summary;

import io.rollbook.audit.read.Place;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a walk through pages goes on: two numbers, for the client one opaque word. It says where,
 * never whose or which: tenant and filter are the request's own.
 */
public record SkipToken(long first, long second) {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,18})\\.(-?\\d{1,18})");

    public static SkipToken of(Place place) {
        return new SkipToken(
                ChronoUnit.MICROS.between(Instant.EPOCH, place.recordedAt()), place.position());
    }

    public Place place() {
        return new Place(Instant.EPOCH.plus(first, ChronoUnit.MICROS), second);
    }

    public String text() {
        var plain = first + "." + second;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    public static Optional<SkipToken> parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var parts = FORM.matcher(plain);
            return parts.matches()
                    ? Optional.of(
                            new SkipToken(
                                    Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
