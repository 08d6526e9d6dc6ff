package io.rollbook.provisioning.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.TenantCreated;
import io.rollbook.provisioning.tenant.event.TenantDeleted;
import io.rollbook.provisioning.tenant.event.TenantDeletionScheduled;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.provisioning.tenant.event.TenantRestored;
import io.rollbook.provisioning.tenant.event.TenantResumed;
import io.rollbook.provisioning.tenant.event.TenantSuspended;
import io.rollbook.scim.error.Outcome;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class StandingTest {

    private static final AggregateId ID = AggregateId.tenant("t-1");
    private static final Instant END = Instant.parse("2026-12-24T00:00:00Z");
    private static final Tenant ACTIVE =
            new Tenant.None().after(new TenantCreated("t-1", "contoso", "entra"));
    private static final Tenant SUSPENDED = ACTIVE.after(new TenantSuspended("t-1"));
    private static final Tenant LEAVING = SUSPENDED.after(new TenantDeletionScheduled("t-1", END));

    @Test
    void aTenantIsSuspendedAndResumedOnce() {
        assertThat(new SuspendTenant(ID).decide(ACTIVE))
                .isEqualTo(does(new TenantSuspended("t-1")));
        assertThat(new SuspendTenant(ID).decide(SUSPENDED)).isEqualTo(doesNothing());
        assertThat(new ResumeTenant(ID).decide(SUSPENDED))
                .isEqualTo(does(new TenantResumed("t-1")));
        assertThat(new ResumeTenant(ID).decide(ACTIVE)).isEqualTo(doesNothing());
    }

    @Test
    void aTenantThatLeavesIsNeitherSuspendedNorResumed() {
        assertThat(statusOf(new SuspendTenant(ID).decide(LEAVING))).isEqualTo(409);
        assertThat(statusOf(new ResumeTenant(ID).decide(LEAVING))).isEqualTo(409);
    }

    @Test
    void aTenantCanBeRestoredUntilItsTimeIsOver() {
        assertThat(new DeleteTenant(ID, END).decide(ACTIVE))
                .isEqualTo(does(new TenantDeletionScheduled("t-1", END)));
        assertThat(new DeleteTenant(ID, END.plusSeconds(9)).decide(LEAVING))
                .isEqualTo(doesNothing());
        assertThat(new RestoreTenant(ID, END.minusNanos(1)).decide(LEAVING))
                .isEqualTo(does(new TenantRestored("t-1")));
        assertThat(statusOf(new RestoreTenant(ID, END).decide(LEAVING))).isEqualTo(409);
        assertThat(new RestoreTenant(ID, END).decide(SUSPENDED)).isEqualTo(doesNothing());
    }

    @Test
    void aRestoredTenantIsAsItWas() {
        assertThat(LEAVING.after(new TenantRestored("t-1"))).isEqualTo(SUSPENDED);
    }

    @Test
    void aTenantEndsWhenItsTimeIsOverAndNotBefore() {
        assertThat(statusOf(new FinishDeletion(ID, END.minusNanos(1)).decide(LEAVING)))
                .isEqualTo(409);
        assertThat(statusOf(new FinishDeletion(ID, END).decide(ACTIVE))).isEqualTo(409);
        assertThat(new FinishDeletion(ID, END).decide(LEAVING))
                .isEqualTo(does(new TenantDeleted("t-1")));
        assertThat(statusOf(new SuspendTenant(ID).decide(LEAVING.after(new TenantDeleted("t-1")))))
                .isEqualTo(404);
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
