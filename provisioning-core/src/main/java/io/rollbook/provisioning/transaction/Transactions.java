package io.rollbook.provisioning.transaction;

import io.rollbook.provisioning.aggregate.Failure;
import io.rollbook.scim.seam.Unavailable;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.util.function.Supplier;

/**
 * Runs work in one transaction with a scope. All of it throws {@link Unavailable} when the database
 * cannot be reached. Thread-safe.
 */
public final class Transactions {

    private final TransactionOperations operations;
    private final JdbcClient jdbc;

    public Transactions(TransactionOperations operations, JdbcClient jdbc) {
        this.operations = operations;
        this.jdbc = jdbc;
    }

    /** Only this tenant's rows can be seen and changed. */
    public <T extends @Nullable Object> T inTenant(String tenantId, Supplier<T> work) {
        return scoped("rollbook.tenant", tenantId, work);
    }

    /**
     * The rows of all tenants can be seen in those registers that have to be searched before the
     * tenant is known: tenants, tokens and what waits to be done.
     */
    public <T extends @Nullable Object> T acrossTenants(Supplier<T> work) {
        return scoped("rollbook.scope", "all", work);
    }

    @SuppressWarnings("NullAway") // execute answers what the work answered
    private <T extends @Nullable Object> T scoped(String setting, String value, Supplier<T> work) {
        try {
            return operations.execute(
                    status -> {
                        jdbc.sql("select set_config(?, ?, true)")
                                .params(setting, value)
                                .query(String.class)
                                .single();
                        return work.get();
                    });
        } catch (RuntimeException thrown) {
            throw switch (Failure.of(thrown)) {
                case UNAVAILABLE, BUSY, CONFLICT -> new Unavailable("The database is away", thrown);
                case FAULT -> thrown;
            };
        }
    }
}
