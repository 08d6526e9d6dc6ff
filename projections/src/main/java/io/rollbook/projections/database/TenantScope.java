package io.rollbook.projections.database;

import java.sql.Connection;
import java.sql.SQLException;

/** In whose name a transaction acts: row-level security shows it that tenant's rows only. */
public final class TenantScope {

    private static final String EVERY_TENANT = "*";

    private TenantScope() {}

    /** Enters the tenant, until the transaction ends or enters another. */
    public static Sql of(String tenantId) {
        return Sql.of("select set_config('rollbook.tenant', ?, true)", tenantId);
    }

    /** The same at once. */
    public static void enter(Connection connection, String tenantId) throws SQLException {
        of(tenantId).query(connection, rows -> rows);
    }

    /** Shows which tenants there are and how far each is applied, and no other rows. */
    public static void enterListOfTenants(Connection connection) throws SQLException {
        enter(connection, EVERY_TENANT);
    }
}
