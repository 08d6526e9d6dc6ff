package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.Command;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;

import java.util.List;

/** What can be asked of a tenant. */
public sealed interface TenantCommand extends Command<Applied<Tenant>>
        permits CreateTenant,
                ConfigureTenant,
                SuspendTenant,
                ResumeTenant,
                DeleteTenant,
                RestoreTenant,
                FinishDeletion,
                SetRetention,
                PlaceHold,
                LiftHold,
                RegisterSchema,
                RemoveSchema {

    /** What is to happen; nothing when all is as asked for. */
    Outcome<List<TenantEvent>> decide(Tenant tenant);
}
