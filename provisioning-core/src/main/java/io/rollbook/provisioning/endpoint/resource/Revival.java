package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.group.event.MemberType;
import io.rollbook.provisioning.register.ResourceRegister;
import io.rollbook.provisioning.register.UniqueName;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import java.util.Optional;

/** Finds the user that a POST means to bring back. */
public final class Revival {

    private final Transactions transactions;
    private final ResourceRegister resources;

    public Revival(Transactions transactions, ResourceRegister resources) {
        this.transactions = transactions;
        this.resources = resources;
    }

    /**
     * Who has the userName already, where the connection is set to revive and the user is not sent
     * as inactive. Never in a bulk request, whose other operations may name the new user by an id
     * that was promised.
     */
    Optional<AggregateId> wanted(ScimRequest request, Complex attributes) {
        boolean revives =
                request.caller().terms().reviveInactive()
                        && request.operation() == 0
                        && !Bool.FALSE.equals(attributes.get("active"));
        return revives && attributes.get("userName") instanceof Text(String userName)
                ? holder(RequestParts.tenantOf(request), userName)
                : Optional.empty();
    }

    private Optional<AggregateId> holder(String tenantId, String userName) {
        return switch (UniqueName.of("userName", userName)) {
            case Outcome.Accepted<UniqueName>(var name) ->
                    transactions
                            .inTenant(
                                    tenantId, () -> resources.idOf(tenantId, MemberType.USER, name))
                            .map(id -> AggregateId.user(tenantId, id));
            case Outcome.Refused<UniqueName>(var error) -> Optional.empty();
        };
    }
}
