package io.rollbook.provisioning.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.limit.Limits;
import io.rollbook.provisioning.tenant.event.Retention;
import io.rollbook.provisioning.tenant.event.Standing;
import io.rollbook.provisioning.tenant.event.TenantCreated;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.extension.TenantExtensions;
import io.rollbook.scim.seam.Profile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CreateTenantTest {

    private static final AggregateId ID = AggregateId.tenant("t-1");

    @Test
    void aTenantBeginsWithItsNameAndProfile() {
        var created = new TenantCreated("t-1", "acme", "rfc");

        assertThat(new CreateTenant(ID, "acme", Profile.RFC).decide(new Tenant.None()))
                .isEqualTo(Outcome.accepted(List.of(created)));
        assertThat(new Tenant.None().after(created))
                .isEqualTo(
                        new Tenant.Present(
                                "t-1",
                                "acme",
                                Profile.RFC,
                                TenantExtensions.NONE,
                                Standing.GOOD,
                                Limits.DEFAULT,
                                Retention.FOR_EVER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-acme", "acme-", "Acme", "a b", "a/b", "ä"})
    void aNameThatIsNoLabelIsRefused(String name) {
        assertThat(new CreateTenant(ID, name, Profile.ENTRA).decide(new Tenant.None()))
                .isInstanceOf(Outcome.Refused.class);
    }
}
