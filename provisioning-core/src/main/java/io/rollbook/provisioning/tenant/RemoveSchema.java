package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.SchemaRemoved;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.util.List;

/**
 * Takes a schema of its own from a tenant. No resource may hold a value of it, which the register
 * knows.
 *
 * @param urn in any case
 */
public record RemoveSchema(AggregateId id, String urn) implements TenantCommand {

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        return tenant.present()
                .flatMap(
                        present ->
                                present.extensions()
                                        .find(urn)
                                        .map(
                                                known ->
                                                        Outcome.<List<TenantEvent>>accepted(
                                                                List.of(
                                                                        new SchemaRemoved(
                                                                                id.id(),
                                                                                known.urn(),
                                                                                known
                                                                                        .resourceType()))))
                                        .orElseGet(
                                                () ->
                                                        Outcome.refused(
                                                                ScimError.notFound(
                                                                        "The tenant has no such"
                                                                                + " schema of its"
                                                                                + " own"))));
    }
}
