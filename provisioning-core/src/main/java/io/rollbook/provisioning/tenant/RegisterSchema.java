package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.SchemaChanged;
import io.rollbook.provisioning.tenant.event.SchemaRegistered;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.extension.TenantExtension;
import io.rollbook.scim.extension.TenantExtensions;

import java.util.List;

/**
 * Gives a tenant a schema of its own, or changes one that it has.
 *
 * @param extension valid in itself
 */
public record RegisterSchema(AggregateId id, TenantExtension extension) implements TenantCommand {

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        return tenant.present()
                .flatMap(
                        present ->
                                present.extensions()
                                        .admit(extension)
                                        .map(admitted -> events(present.extensions(), admitted)));
    }

    private List<TenantEvent> events(TenantExtensions present, TenantExtension admitted) {
        var known = present.find(admitted.urn());
        if (known.isEmpty()) {
            return List.of(
                    new SchemaRegistered(
                            id.id(),
                            admitted.urn(),
                            admitted.resourceType(),
                            admitted.required(),
                            admitted.document()));
        }
        return known.get().isSameAs(admitted)
                ? List.of()
                : List.of(
                        new SchemaChanged(
                                id.id(),
                                admitted.urn(),
                                admitted.resourceType(),
                                admitted.required(),
                                admitted.document()));
    }
}
