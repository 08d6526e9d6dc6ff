package io.rollbook.audit.database;

import org.springframework.jdbc.core.JdbcTemplate;

/** The tenant whose rows a transaction reaches: row-level security shows it no others. */
public final class TenantScope {

    private TenantScope() {}

    /** From here to the end of the transaction, or to the next call. */
    public static void enter(JdbcTemplate transaction, String tenant) {
        transaction.queryForObject(
                "select set_config('rollbook.tenant', ?, true)", String.class, tenant);
    }

    /** Shows whose work is to be done, and no other rows. No tenant is called so. */
    public static void enterListOfTenants(JdbcTemplate transaction) {
        enter(transaction, "*");
    }

    /** {@link #enter}, for statements that may not take longer than so many seconds. */
    static void enter(JdbcTemplate transaction, String tenant, int mostSeconds) {
        transaction.queryForList(
                "select set_config('rollbook.tenant', ?, true),"
                        + " set_config('statement_timeout', ?, true)",
                tenant,
                mostSeconds + "s");
    }
}
