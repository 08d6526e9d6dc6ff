package io.rollbook.provisioning.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.HoldLifted;
import io.rollbook.provisioning.tenant.event.HoldPlaced;
import io.rollbook.provisioning.tenant.event.RetentionSet;
import io.rollbook.provisioning.tenant.event.TenantCreated;
import io.rollbook.provisioning.tenant.event.TenantDeletionScheduled;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class RetentionTest {

    private static final AggregateId ID = AggregateId.tenant("t-1");
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    private static final Duration GRACE = Duration.ofDays(7);
    private static final Instant LATER = NOW.plus(GRACE);
    private static final Tenant NEW =
            new Tenant.None().after(new TenantCreated("t-1", "contoso", "entra"));

    @Test
    void beginsForEverAndGetsShorterWhenTheGraceIsOver() {
        var set = new RetentionSet("t-1", 365, null, LATER);

        assertThat(set(365, NOW).decide(NEW)).isEqualTo(does(set));
        assertThat(inEffect(NEW.after(set), LATER.minusNanos(1))).isNull();
        assertThat(inEffect(NEW.after(set), LATER)).isEqualTo(365);
    }

    @Test
    void getsLongerAtOnce() {
        var year = NEW.after(new RetentionSet("t-1", 365, null, NOW));

        assertThat(set(400, NOW).decide(year))
                .isEqualTo(does(new RetentionSet("t-1", 400, 365, NOW)));
        assertThat(set(null, NOW).decide(year))
                .isEqualTo(does(new RetentionSet("t-1", null, 365, NOW)));
    }

    @Test
    void whatIsGoingToGetShorterCanBeTakenBack() {
        var pending = NEW.after(new RetentionSet("t-1", 30, 365, LATER));

        assertThat(set(30, NOW).decide(pending)).isEqualTo(doesNothing());
        assertThat(set(365, NOW).decide(pending))
                .isEqualTo(does(new RetentionSet("t-1", 365, 365, NOW)));
        // Twice shorter does not get through faster.
        assertThat(set(60, LATER.minusSeconds(1)).decide(pending))
                .isEqualTo(
                        does(new RetentionSet("t-1", 60, 365, LATER.minusSeconds(1).plus(GRACE))));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 29, 3_651})
    void hasBounds(int days) {
        assertThat(statusOf(set(days, NOW).decide(NEW))).isEqualTo(400);
    }

    @Test
    void aHoldStandsUntilItsLiftingTakesEffect() {
        var held = NEW.after(new HoldPlaced("t-1", "h-1", "Dispute"));
        var lifted = held.after(new HoldLifted("t-1", "h-1", LATER));

        assertThat(lift("h-1", NOW).decide(held))
                .isEqualTo(does(new HoldLifted("t-1", "h-1", LATER)));
        assertThat(lift("h-1", NOW.plusSeconds(9)).decide(lifted)).isEqualTo(doesNothing());
        assertThat(statusOf(lift("h-1", LATER).decide(lifted))).isEqualTo(404);
        assertThat(statusOf(lift("h-2", NOW).decide(held))).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void aHoldNeedsAReason(String reason) {
        assertThat(statusOf(new PlaceHold(ID, "h-1", reason, NOW).decide(NEW))).isEqualTo(400);
    }

    @Test
    void aTenantThatIsHeldIsNotDeleted() {
        var held =
                NEW.after(new TenantDeletionScheduled("t-1", NOW))
                        .after(new HoldPlaced("t-1", "h-1", "Dispute"));

        assertThat(statusOf(new FinishDeletion(ID, LATER).decide(held))).isEqualTo(409);
        assertThat(
                        new FinishDeletion(ID, LATER)
                                .decide(held.after(new HoldLifted("t-1", "h-1", LATER))))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private static SetRetention set(@Nullable Integer days, Instant now) {
        return new SetRetention(ID, days, now, GRACE);
    }

    private static LiftHold lift(String hold, Instant now) {
        return new LiftHold(ID, hold, now, GRACE);
    }

    private static @Nullable Integer inEffect(Tenant tenant, Instant now) {
        return ((Tenant.Present) tenant).retention().daysAt(now);
    }

    private static Outcome<List<TenantEvent>> does(TenantEvent event) {
        return Outcome.accepted(List.of(event));
    }

    private static Outcome<List<TenantEvent>> doesNothing() {
        return Outcome.accepted(List.of());
    }

    private static int statusOf(Outcome<List<TenantEvent>> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<List<TenantEvent>>(var events) ->
                    throw new AssertionError(events);
            case Outcome.Refused<List<TenantEvent>>(var error) -> error.status();
        };
    }
}
