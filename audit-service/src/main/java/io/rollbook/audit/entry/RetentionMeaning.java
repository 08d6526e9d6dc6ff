package io.rollbook.audit.entry;

import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.tenant.HoldLifted;
import io.rollbook.contract.tenant.HoldPlaced;
import io.rollbook.contract.tenant.RetentionSet;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What the events of a tenant's retention mean. */
final class RetentionMeaning {

    private RetentionMeaning() {}

    /** A period is not there when all is kept for ever. */
    static Meaning of(RetentionSet set) {
        return change(
                set.tenantId(),
                set.version(),
                List.of(
                        new AttributeChange("retention.days", set.daysBefore(), set.days()),
                        new AttributeChange(
                                "retention.effectiveAt", null, set.effectiveAt().toString())));
    }

    static Meaning of(HoldPlaced placed) {
        return hold(
                placed.tenantId(),
                placed.version(),
                null,
                Map.of("id", placed.holdId(), "reason", placed.reason()));
    }

    static Meaning of(HoldLifted lifted) {
        return hold(
                lifted.tenantId(),
                lifted.version(),
                Map.of("id", lifted.holdId()),
                Map.of("id", lifted.holdId(), "endsAt", lifted.endsAt().toString()));
    }

    private static Meaning hold(
            String tenantId, long version, @Nullable Object before, @Nullable Object after) {
        return change(tenantId, version, List.of(new AttributeChange("hold", before, after)));
    }

    private static Meaning change(String tenantId, long version, List<AttributeChange> changes) {
        return Meaning.change(Action.UPDATE, Target.of("Tenant", tenantId), version, changes);
    }
}
