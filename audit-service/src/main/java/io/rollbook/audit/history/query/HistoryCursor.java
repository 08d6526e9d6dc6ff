package io.rollbook.audit.history.query;

import io.rollbook.audit.history.moment.Moment;
import io.rollbook.audit.history.page.Place;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where an answer goes on, with the events that its first page was based on: so all of it is. */
record HistoryCursor(long from, long to, Place place) {

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9]{1,18})\\.([0-9]{1,18})\\.([0-2])\\.([0-9]{1,18})\\.(.{0,200})",
                    Pattern.DOTALL);

    String text() {
        var plain = "%d.%d.%d.%d.%s".formatted(from, to, place.phase(), place.number(), place.id());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<HistoryCursor> parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = FORM.matcher(plain);
            if (!parts.matches() || parts.group(5).indexOf('\0') >= 0) {
                return Optional.empty();
            }
            return Optional.of(
                    new HistoryCursor(
                            Long.parseLong(parts.group(1)),
                            Long.parseLong(parts.group(2)),
                            new Place(
                                    Integer.parseInt(parts.group(3)),
                                    parts.group(5),
                                    Long.parseLong(parts.group(4)))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    Moment first() {
        return new Moment.Numbered(from);
    }

    Moment second() {
        return new Moment.Numbered(to);
    }
}
