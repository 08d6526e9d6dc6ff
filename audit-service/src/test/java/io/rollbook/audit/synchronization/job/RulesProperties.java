package io.rollbook.audit.synchronization.job;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The thresholds of Entra's quarantine, near them and far from them. */
class RulesProperties {

    @Example
    void theCountsOfTheReference() {
        assertThat(Rules.reason(tally(4_999, 4_999, 0), null)).isEmpty();
        assertThat(Rules.reason(tally(12_195, 5_000, 0), null)).hasValue(Reason.PROPORTION);
        assertThat(Rules.reason(tally(1_000_000, 40_000, 0), null)).isEmpty();
        assertThat(Rules.reason(tally(1_000_000, 40_001, 0), null)).hasValue(Reason.BASE);
        assertThat(Rules.reason(tally(1_000_000, 60_000, 60_000), null)).isEmpty();
        assertThat(Rules.reason(tally(1_000_000, 60_001, 60_001), null)).hasValue(Reason.TOTAL);
    }

    @Property
    void fewerThanFiveThousandFailuresNeverAreTooMany(
            @ForAll @LongRange(max = 4_999) long failures,
            @ForAll @LongRange(max = 1_000_000) long others) {
        assertThat(Rules.reason(tally(failures + others, failures, 0), null)).isEmpty();
    }

    @Property
    void fromFiveThousandOnMoreThanFortyPercentAreTooMany(
            @ForAll @LongRange(min = 5_000, max = 40_000) long failures,
            @ForAll @LongRange(max = 80_000) long others) {
        var requests = failures + others;
        var tooMany = failures / (double) requests > 0.4;

        assertThat(Rules.reason(tally(requests, failures, 0), null).isPresent()).isEqualTo(tooMany);
    }

    @Property
    void referencesCountTowardsTheTotalOnly(
            @ForAll @LongRange(max = 60_000) long references,
            @ForAll @LongRange(max = 1_000) long others) {
        assertThat(Rules.reason(tally(references + others, references, references), null))
                .isEmpty();
    }

    @Property
    void deletionsAreTooManyFromTheThresholdOn(
            @ForAll @IntRange(min = 1, max = 10_000) int threshold,
            @ForAll @LongRange(max = 20_000) long deletions) {
        var cycle = new Tally(deletions, deletions, 0, 0, 0, deletions, 0);

        assertThat(Rules.reason(cycle, threshold).isPresent()).isEqualTo(deletions >= threshold);
        assertThat(Rules.reason(cycle, null)).isEmpty();
    }

    @Property
    void aRefusedCredentialNeedsNoCount(@ForAll @LongRange(min = 1, max = 100_000) long rejected) {
        var nothingElse = new Tally(rejected, 0, rejected, 0, rejected, 0, 0);
        var oneAccepted = new Tally(rejected + 1, 1, rejected, 0, rejected, 0, 0);

        assertThat(Rules.reason(nothingElse, null)).hasValue(Reason.EXCEPTION);
        assertThat(Rules.reason(oneAccepted, null)).isNotEqualTo(Reason.EXCEPTION);
    }

    @Property
    void whatHealsIsNoReason(@ForAll("tallies") Tally cycle) {
        if (Rules.heals(cycle, null)) {
            assertThat(Rules.reason(cycle, null)).isEmpty();
            assertThat(cycle.accepted()).isPositive();
        }
    }

    @Property
    void moreFailuresNeverMakeItBetter(
            @ForAll("tallies") Tally cycle, @ForAll @LongRange(max = 50_000) long more) {
        var worse =
                new Tally(
                        cycle.requests() + more,
                        cycle.exported(),
                        cycle.failures() + more,
                        cycle.referenceFailures(),
                        cycle.rejected(),
                        cycle.deletions(),
                        cycle.references());
        if (cycle.rejected() < cycle.requests() && Rules.reason(cycle, null).isPresent()) {
            assertThat(Rules.reason(worse, null)).isPresent();
        }
    }

    @Provide
    Arbitrary<Tally> tallies() {
        var some = Arbitraries.longs().between(0, 70_000);
        return Combinators.combine(some, some, some)
                .as(
                        (accepted, base, references) ->
                                tally(accepted + base + references, base + references, references));
    }

    private static Tally tally(long requests, long failures, long references) {
        return new Tally(requests, requests - failures, failures, references, 0, 0, 0);
    }
}
