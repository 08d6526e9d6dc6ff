package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.register.SchemaRegister;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.scim.error.ScimError;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Carries out what is asked of tenants. */
public final class TenantCommandHandler {

    private final Repository<TenantAggregate> tenants;
    private final TenantRegister register;
    private final SchemaRegister schemas;

    public TenantCommandHandler(
            Repository<TenantAggregate> tenants, TenantRegister register, SchemaRegister schemas) {
        this.tenants = tenants;
        this.register = register;
        this.schemas = schemas;
    }

    @CommandHandler
    public Applied<Tenant> handle(CreateTenant command, MetaData metaData) throws Exception {
        var applied =
                tenants.newInstance(() -> new TenantAggregate(command.id()))
                        .invoke(tenant -> tenant.carryOut(command));
        if (!register.add(
                command.id().tenantId(),
                command.name(),
                command.profile(),
                Origin.of(metaData).receivedAt())) {
            throw new CommandRefused(ScimError.conflict("There is a tenant of this name already"));
        }
        return applied;
    }

    @CommandHandler
    public Applied<Tenant> handle(ConfigureTenant command) {
        var applied = carryOut(command);
        if (applied.changed() && applied.after() instanceof Tenant.Present present) {
            register.save(command.id().tenantId(), present.limits());
        }
        return applied;
    }

    @CommandHandler
    public Applied<Tenant> handle(SuspendTenant command) {
        return changeStanding(command);
    }

    @CommandHandler
    public Applied<Tenant> handle(ResumeTenant command) {
        return changeStanding(command);
    }

    @CommandHandler
    public Applied<Tenant> handle(DeleteTenant command) {
        return changeStanding(command);
    }

    @CommandHandler
    public Applied<Tenant> handle(RestoreTenant command) {
        return changeStanding(command);
    }

    /** What could be asked for it is gone with it: nobody is let in, and its name is free. */
    @CommandHandler
    public Applied<Tenant> handle(FinishDeletion command) {
        var applied = carryOut(command);
        register.remove(command.id().tenantId());
        return applied;
    }

    @CommandHandler
    public Applied<Tenant> handle(RegisterSchema command) {
        var applied = carryOut(command);
        if (applied.changed() && applied.after() instanceof Tenant.Present present) {
            present.extensions()
                    .find(command.extension().urn())
                    .ifPresent(
                            extension ->
                                    schemas.save(
                                            command.id().tenantId(), extension, applied.version()));
        }
        return applied;
    }

    @CommandHandler
    public Applied<Tenant> handle(RemoveSchema command) {
        var applied = carryOut(command);
        if (!schemas.remove(command.id().tenantId(), command.urn())) {
            throw new CommandRefused(
                    ScimError.of(
                            409, "Users or groups hold values of this schema; remove those first"));
        }
        return applied;
    }

    @CommandHandler
    public Applied<Tenant> handle(SetRetention command) {
        return changeRetention(command);
    }

    @CommandHandler
    public Applied<Tenant> handle(PlaceHold command) {
        return changeRetention(command);
    }

    @CommandHandler
    public Applied<Tenant> handle(LiftHold command) {
        return changeRetention(command);
    }

    private Applied<Tenant> changeRetention(TenantCommand command) {
        var applied = carryOut(command);
        if (applied.changed() && applied.after() instanceof Tenant.Present present) {
            register.save(command.id().tenantId(), present.retention());
        }
        return applied;
    }

    private Applied<Tenant> changeStanding(TenantCommand command) {
        var applied = carryOut(command);
        if (applied.changed() && applied.after() instanceof Tenant.Present present) {
            register.save(command.id().tenantId(), present.standing());
        }
        return applied;
    }

    private Applied<Tenant> carryOut(TenantCommand command) {
        try {
            return tenants.load(command.id().text()).invoke(tenant -> tenant.carryOut(command));
        } catch (AggregateNotFoundException e) {
            throw new CommandRefused(ScimError.notFound("There is no such tenant"));
        }
    }
}
