package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.register.ConnectionEntry;
import io.rollbook.provisioning.register.ConnectionRegister;
import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.util.Optional;

/** What paths name by a name or an id. */
public final class Places {

    private final Transactions transactions;
    private final TenantRegister tenants;
    private final ConnectionRegister connections;

    public Places(
            Transactions transactions, TenantRegister tenants, ConnectionRegister connections) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.connections = connections;
    }

    /** 404 when there is none. */
    public Outcome<TenantEntry> tenant(String nameOrId) {
        return found(
                transactions.acrossTenants(() -> tenants.find(nameOrId)),
                "There is no such tenant");
    }

    /** 404 when there is none of the tenant's. */
    public Outcome<ConnectionEntry> connection(TenantEntry tenant, String nameOrId) {
        return found(
                transactions.inTenant(tenant.id(), () -> connections.find(tenant.id(), nameOrId)),
                "There is no such connection");
    }

    /** Both named in one path. */
    public Outcome<ConnectionEntry> connection(String tenant, String nameOrId) {
        return tenant(tenant).flatMap(entry -> connection(entry, nameOrId));
    }

    private static <T> Outcome<T> found(Optional<T> entry, String otherwise) {
        return entry.map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(ScimError.notFound(otherwise)));
    }
}
