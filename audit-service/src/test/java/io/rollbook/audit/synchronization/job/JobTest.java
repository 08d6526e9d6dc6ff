package io.rollbook.audit.synchronization.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

class JobTest {

    private final Traffic traffic = new Traffic();

    @Test
    void aPauseLongerThanTheGapEndsACycle() {
        traffic.succeeds(2).pause(Traffic.GAP).succeeds(1);
        assertThat(latest().tally().requests()).isEqualTo(3);

        traffic.pause(Traffic.GAP.plusNanos(1)).succeeds(1);
        assertThat(latest().tally().requests()).isEqualTo(1);
        assertThat(traffic.job().standing().last()).isEqualTo("cycle-1");
    }

    @Test
    void theGapOfAConnectionGoesBeforeTheUsualOne() {
        traffic.configured(new Settings(List.of(), null, null, Duration.ofHours(1)));
        traffic.succeeds(1).pause(Duration.ofMinutes(59)).succeeds(1);

        assertThat(latest().tally().requests()).isEqualTo(2);
    }

    @Test
    void cyclesAreInitialUntilOneEndedInWhichSomethingWasAccepted() {
        traffic.fails(1);
        assertThat(latest().initial()).isTrue();
        traffic.nextCycle().succeeds(1);
        assertThat(latest().initial()).isTrue();
        traffic.nextCycle().succeeds(1);
        assertThat(latest().initial()).isFalse();
    }

    @Test
    void endedCyclesLeaveTheirMarks() {
        traffic.creates(2).nextCycle().fails(1).nextCycle().fails(2).nextCycle();
        var standing = traffic.settled().standing();

        assertThat(standing.last()).isEqualTo("cycle-4");
        assertThat(standing.lastSuccessful()).isEqualTo("cycle-1");
        assertThat(standing.lastWithExports()).isEqualTo("cycle-1");
        assertThat(standing.completeFailures()).isEqualTo(2);
        assertThat(standing.steadyFirst()).isEqualTo(Traffic.BEGINNING);
        assertThat(standing.created()).containsEntry("User", 2L);
    }

    @Test
    void tooManyFailuresAreAQuarantineUntilACycleShowsThatTheyAreGone() {
        traffic.fails(4_999);
        assertThat(traffic.settled().quarantine()).isNull();
        traffic.fails(1).succeeds(10_000);
        assertThat(quarantine().reason()).isEqualTo(Reason.PROPORTION);
        assertThat(quarantine().evidence().failures()).isEqualTo(5_000);

        traffic.nextCycle();
        assertThat(quarantine().seriesCount()).isZero();
        traffic.succeeds(10);
        assertThat(quarantine()).isNotNull();
        traffic.nextCycle();
        assertThat(traffic.settled().quarantine()).isNull();
        assertThat(traffic.told()).containsExactly("failure", "entered", "left");
    }

    @Test
    void aCycleThatFailsAsBeforeKeepsTheQuarantine() {
        traffic.fails(5_000).nextCycle().fails(10).nextCycle();

        assertThat(quarantine().seriesCount()).isEqualTo(1);
        assertThat(quarantine().seriesBegan()).isEqualTo(Traffic.BEGINNING);
        assertThat(quarantine().currentBegan()).isEqualTo(Traffic.BEGINNING.plusSeconds(2_400));
        assertThat(traffic.told()).containsExactly("failure", "entered", "failure");
    }

    @Test
    void anotherReasonIsToldAnew() {
        traffic.fails(5_000).nextCycle().isRejected(1);

        assertThat(quarantine().reason()).isEqualTo(Reason.EXCEPTION);
        assertThat(traffic.told()).containsExactly("failure", "entered", "failure", "entered");
    }

    @Test
    void aRefusedCredentialIsAQuarantineUntilOneIsAccepted() {
        traffic.isRejected(1);
        assertThat(quarantine().reason()).isEqualTo(Reason.EXCEPTION);
        traffic.succeeds(1);

        assertThat(traffic.settled().quarantine()).isNull();
        assertThat(traffic.told()).containsExactly("failure", "entered", "left");
    }

    @Test
    void theLastTokensEndIsAQuarantine() {
        traffic.credentialsUntil(Credentials.FOR_EVER).succeeds(1).nextCycle();
        traffic.credentialsUntil(traffic.now());
        assertThat(traffic.settled().quarantine()).isNull();
        traffic.pause(Traffic.GAP.plusSeconds(1));

        assertThat(quarantine().reason()).isEqualTo(Reason.EXCEPTION);
        assertThat(Evidence.of(quarantine())).contains("revoked or has expired");
        traffic.credentialsUntil(Credentials.FOR_EVER).nextCycle();
        assertThat(traffic.settled().quarantine()).isNotNull();
        traffic.succeeds(1);
        assertThat(traffic.settled().quarantine()).isNull();
        assertThat(traffic.told()).containsExactly("entered", "left");
    }

    @Test
    void whoReplacesATokenWithinTheGapIsNotQuarantined() {
        traffic.credentialsUntil(Credentials.FOR_EVER).succeeds(1).nextCycle();
        traffic.credentialsUntil(traffic.now()).pause(Duration.ofMinutes(1));
        traffic.credentialsUntil(Credentials.FOR_EVER).nextCycle();

        assertThat(traffic.settled().quarantine()).isNull();
    }

    @Test
    void anAlarmOncePerCycle() {
        traffic.configured(new Settings(List.of(), null, 3, null));
        traffic.disables(2);
        assertThat(traffic.told()).isEmpty();
        traffic.disables(5);

        assertThat(traffic.told()).containsExactly("deletions", "entered");
        assertThat(quarantine().reason()).isEqualTo(Reason.DELETIONS);
        traffic.nextCycle().disables(2).nextCycle();
        assertThat(traffic.told()).containsExactly("deletions", "entered", "left");
    }

    private Quarantine quarantine() {
        return Objects.requireNonNull(traffic.settled().quarantine());
    }

    private Cycle latest() {
        return Objects.requireNonNull(traffic.job().latest());
    }
}
