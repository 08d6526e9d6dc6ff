package io.rollbook.scim.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The quick way of reading a dateTime and the JDK's agree. */
class UtcTextProperties {

    @Property(tries = 3_000)
    void quickAndSlowAgree(@ForAll("texts") String text) {
        assertThat(DateTimes.parse(text)).as(text).isEqualTo(slowly(text));
    }

    private static Optional<Instant> slowly(String text) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 62);
        return small.list()
                .ofSize(5)
                .flatMap(
                        n ->
                                Arbitraries.of(
                                                "",
                                                ".",
                                                ".1",
                                                ".123",
                                                ".123456789",
                                                ".1234567890",
                                                ".x")
                                        .map(
                                                fraction ->
                                                        "20%02d-%02d-%02dT%02d:%02d:%02d%sZ"
                                                                .formatted(
                                                                        n.get(0),
                                                                        n.get(1) % 14,
                                                                        n.get(2) % 33,
                                                                        n.get(3) % 26,
                                                                        n.get(4),
                                                                        n.get(0),
                                                                        fraction)));
    }
}
