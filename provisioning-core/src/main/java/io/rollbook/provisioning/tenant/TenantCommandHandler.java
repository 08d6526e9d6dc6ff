package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.scim.error.ScimError;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Carries out what is asked of tenants. */
public final class TenantCommandHandler {

    private final Repository<TenantAggregate> tenants;
    private final TenantRegister register;

    public TenantCommandHandler(Repository<TenantAggregate> tenants, TenantRegister register) {
        this.tenants = tenants;
        this.register = register;
    }

    @CommandHandler
    public Applied<Tenant> handle(CreateTenant command) throws Exception {
        var applied =
                tenants.newInstance(() -> new TenantAggregate(command.id()))
                        .invoke(tenant -> tenant.carryOut(command));
        if (!register.add(command.id().tenantId(), command.name(), command.profile())) {
            throw new CommandRefused(ScimError.conflict("There is a tenant of this name already"));
        }
        return applied;
    }
}
