package io.rollbook.provisioning.administration.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.origin.ActorKind;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.register.DirectoryRegisters;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.tenant.FinishDeletion;
import io.rollbook.provisioning.transaction.Transactions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Parts with the tenants whose grace is over: empties the registers piece by piece, however large
 * they are, and then ends the tenant. On two nodes at once it does no harm.
 */
public final class TenantDeletion {

    public static final String NAME = "tenant-deletion";

    /** Nobody whose clock is late can restore what is being erased. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private static final int TENANTS_AT_ONCE = 10;
    private static final int ROWS_AT_ONCE = 5_000;

    private final Transactions transactions;
    private final TenantRegister tenants;
    private final DirectoryRegisters directory;
    private final CommandSender commands;
    private final InstantSource clock;

    public TenantDeletion(
            Transactions transactions,
            TenantRegister tenants,
            DirectoryRegisters directory,
            CommandSender commands,
            InstantSource clock) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.directory = directory;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * @return whether there may be more to do at once
     */
    public boolean workOff() {
        return workOff(clock.instant());
    }

    boolean workOff(Instant now) {
        List<String> due =
                transactions.acrossTenants(
                        () -> tenants.due(now.minus(CLOCKS_APART), TENANTS_AT_ONCE));
        due.forEach(tenant -> end(tenant, now));
        return due.size() == TENANTS_AT_ONCE;
    }

    private void end(String tenantId, Instant now) {
        erase(tenantId);
        var origin =
                new Origin(
                        tenantId,
                        NAME + '/' + tenantId,
                        0,
                        ActorKind.SYSTEM,
                        NAME,
                        null,
                        now,
                        null,
                        null);
        // Refused when another node was faster.
        commands.send(new FinishDeletion(AggregateId.tenant(tenantId), now), origin);
    }

    private void erase(String tenantId) {
        int erased;
        do {
            erased = transactions.inTenant(tenantId, () -> directory.erase(tenantId, ROWS_AT_ONCE));
        } while (erased > 0);
    }
}
