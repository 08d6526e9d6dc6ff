package io.rollbook.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.CallerTerms;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.RequestRates;
import io.rollbook.scim.seam.RequestSizes;
import io.rollbook.scim.seam.Role;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

class LimiterTest {

    private static final Caller ENTRA = caller("contoso", "entra");

    private final AtomicLong nanos = new AtomicLong();
    private final TimeMeter time =
            new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            };
    private final Limiter limiter = limiter(new Allowance(10, 8, 4));

    @Test
    void burstIsSpentAndEarnedAgain() {
        for (int i = 0; i < 5; i++) {
            granted(ENTRA).end().run();
        }

        Admission.Refused refused = refused(ENTRA);
        assertThat(refused.limit()).isEqualTo(Limit.CONNECTION_RATE);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(100));

        pass(refused.retryAfter());
        granted(ENTRA).end().run();
        assertThat(refused(ENTRA).limit()).isEqualTo(Limit.CONNECTION_RATE);
    }

    @Test
    void callerIsToldWhereItStands() {
        Admission.Granted granted = granted(ENTRA);

        assertThat(granted.policy()).isEqualTo("\"connection\";q=5;w=1, \"tenant\";q=8;w=1");
        assertThat(granted.state()).isEqualTo("\"connection\";r=4;t=1");
    }

    @Test
    void connectionsOfATenantShareItsRate() {
        for (int i = 0; i < 5; i++) {
            granted(ENTRA).end().run();
        }
        Caller okta = caller("contoso", "okta");
        for (int i = 0; i < 3; i++) {
            granted(okta).end().run();
        }

        Admission.Refused refused = refused(okta);

        assertThat(refused.limit()).isEqualTo(Limit.TENANT_RATE);
        assertThat(refused.state()).isEqualTo("\"tenant\";r=0;t=1");
    }

    @Test
    void refusedByTheTenantCostsTheConnectionNothing() {
        Limiter meagre = limiter(new Allowance(1, 1, 4));
        assertThat(meagre.admit(ENTRA)).isInstanceOf(Admission.Granted.class);

        for (int i = 0; i < 20; i++) {
            assertThat(meagre.admit(ENTRA))
                    .isInstanceOfSatisfying(
                            Admission.Refused.class,
                            refused -> assertThat(refused.limit()).isEqualTo(Limit.TENANT_RATE));
        }
    }

    @Test
    void otherTenantsNoticeNothing() {
        while (limiter.admit(ENTRA) instanceof Admission.Granted) {
            // until it is refused
        }

        assertThat(granted(caller("fabrikam", "entra")).state())
                .isEqualTo("\"connection\";r=4;t=1");
    }

    @Test
    void refusalsThatComeTooFastAreHeldBack() {
        for (int i = 0; i < 5; i++) {
            granted(ENTRA).end().run();
        }
        for (int i = 0; i < 100; i++) {
            assertThat(refused(ENTRA).heldFor()).isZero();
        }

        assertThat(refused(ENTRA).heldFor()).isEqualTo(Duration.ofSeconds(1));

        pass(Duration.ofMillis(20));
        assertThat(refused(ENTRA).heldFor()).isZero();
        assertThat(refused(ENTRA).heldFor()).isPositive();
    }

    @Test
    void requestsUnderWayAreCounted() {
        Runnable first = granted(ENTRA).end();
        granted(ENTRA);
        granted(ENTRA);

        assertThat(refused(ENTRA).limit()).isEqualTo(Limit.CONNECTION_CONCURRENCY);

        first.run();
        granted(ENTRA);
        assertThat(limiter.admit(caller("contoso", "okta"))).isInstanceOf(Admission.Granted.class);
        assertThat(refused(caller("contoso", "okta")).limit()).isEqualTo(Limit.TENANT_CONCURRENCY);
    }

    @Test
    void changedAllowanceCountsFromTheNextRequestWithWhatIsUnderWay() {
        Runnable first = granted(ENTRA).end();
        granted(ENTRA);
        Caller changed = caller("contoso", "entra", terms(null, null, 2));

        assertThat(refused(changed).limit()).isEqualTo(Limit.CONNECTION_CONCURRENCY);

        first.run();
        granted(changed);
    }

    @Test
    void connectionGoesByWhatWasSetForIt() {
        Caller set = caller("contoso", "entra", terms(2, 3, null));
        assertThat(granted(set).policy()).startsWith("\"connection\";q=3;w=2");
        Caller fast = caller("contoso", "okta", terms(70, null, null));
        assertThat(granted(fast).policy()).startsWith("\"connection\";q=70;w=1");
    }

    @Test
    void tenantGoesByWhatWasSetForIt() {
        Caller set =
                caller(
                        "contoso",
                        "entra",
                        new CallerTerms(
                                RequestRates.DEFAULT,
                                new RequestRates(1, 2, null),
                                RequestSizes.ANY,
                                false,
                                false));
        assertThat(granted(set).policy()).endsWith("\"tenant\";q=2;w=2");
        granted(set);
        assertThat(refused(set).limit()).isEqualTo(Limit.TENANT_RATE);
    }

    private static CallerTerms terms(
            @Nullable Integer rate, @Nullable Integer burst, @Nullable Integer concurrent) {
        return CallerTerms.DEFAULT.with(new RequestRates(rate, burst, concurrent));
    }

    private Limiter limiter(Allowance tenant) {
        return new Limiter(
                new Allowances(new Allowance(10, 5, 3), tenant),
                new Forbearance(50, 100, Duration.ofSeconds(1)),
                time);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Admission.Granted granted(Caller caller) {
        Admission admission = limiter.admit(caller);
        assertThat(admission).isInstanceOf(Admission.Granted.class);
        return (Admission.Granted) admission;
    }

    private Admission.Refused refused(Caller caller) {
        Admission admission = limiter.admit(caller);
        assertThat(admission).isInstanceOf(Admission.Refused.class);
        return (Admission.Refused) admission;
    }

    private static Caller caller(String tenant, String connection) {
        return caller(tenant, connection, CallerTerms.DEFAULT);
    }

    private static Caller caller(String tenant, String connection, CallerTerms terms) {
        return new Caller(tenant, Profile.ENTRA, connection, "token", Set.of(Role.SCIM), terms);
    }
}
