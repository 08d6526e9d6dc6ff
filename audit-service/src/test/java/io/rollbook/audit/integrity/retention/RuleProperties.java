package io.rollbook.audit.integrity.retention;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Which months may go. */
class RuleProperties {

    private static final long CENTURY = 3_155_760_000L;
    private static final Duration LONGEST_MONTH = Duration.ofDays(31);

    @Property
    void nothingGoesBeforeItsTimeAndEverythingWithinAMonthAfterIt(
            @ForAll @LongRange(min = 0, max = CENTURY) long second,
            @ForAll @IntRange(min = 30, max = 3_650) int days) {
        var now = Instant.ofEpochSecond(second);
        var boundary = new Rule(days, null, Instant.EPOCH).boundary(now).orElseThrow();
        var required = now.minus(Duration.ofDays(days));

        assertThat(boundary).isBeforeOrEqualTo(required);
        assertThat(boundary).isAfter(required.minus(LONGEST_MONTH));
        assertThat(boundary.atOffset(ZoneOffset.UTC).getDayOfMonth()).isEqualTo(1);
        assertThat(boundary.getEpochSecond() % Duration.ofDays(1).toSeconds()).isZero();
        assertThat(Rule.nextMonth(boundary.minusNanos(1))).isEqualTo(boundary);
    }

    @Property
    void whatWasBeforeCountsUntilTheRuleTakesEffect(
            @ForAll @LongRange(min = 0, max = CENTURY) long second) {
        var at = Instant.ofEpochSecond(second);
        var rule = new Rule(30, null, at);

        assertThat(rule.boundary(at.minusNanos(1))).isEmpty();
        assertThat(rule.boundary(at)).isPresent();
        assertThat(new Rule(null, 30, at).boundary(at)).isEmpty();
    }

    @Property
    void aHoldThatStandsKeepsEverything(@ForAll @LongRange(min = 0, max = CENTURY) long second) {
        var now = Instant.ofEpochSecond(second);
        var rule = new Rule(30, null, Instant.EPOCH);

        assertThat(new Keeping(rule, List.of(hold(null))).boundary(now)).isEmpty();
        assertThat(new Keeping(rule, List.of(hold(now), hold(now.plusNanos(1)))).boundary(now))
                .isEmpty();
        assertThat(new Keeping(rule, List.of(hold(now))).boundary(now)).isPresent();
        assertThat(new Keeping(null, List.of()).boundary(now)).isEmpty();
    }

    private static LegalHold hold(@Nullable Instant endsAt) {
        return new LegalHold("h", "Dispute", Instant.EPOCH, "admin", endsAt, null);
    }
}
