package io.rollbook.projections.rebuild.tables;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.database.TenantScope;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up all rows of all tenants, one tenant after the other. */
public final class TableSums {

    private static final String CONSUMED = "consumed";

    private TableSums() {}

    /** By plain table name; of everything but where the feed stands. */
    public static Map<String, TableSum> of(Connection connection, Tables tables)
            throws SQLException {
        var sums = new TreeMap<String, TableSum>();
        for (var tenantId : tenants(connection, tables)) {
            TenantScope.enter(connection, tenantId);
            for (var table : Tables.names()) {
                if (!table.equals(CONSUMED)) {
                    var sum = sum(connection, tables.name(table), tenantId);
                    sums.merge(table, sum, TableSum::plus);
                }
            }
        }
        return sums;
    }

    private static List<String> tenants(Connection connection, Tables tables) throws SQLException {
        TenantScope.enterListOfTenants(connection);
        return Sql.of(tables.in("select tenant from {applied}"))
                .query(
                        connection,
                        rows -> {
                            var tenants = new ArrayList<String>();
                            while (rows.next()) {
                                tenants.add(rows.getString(1));
                            }
                            return tenants;
                        });
    }

    private static TableSum sum(Connection connection, String table, String tenantId)
            throws SQLException {
        return Sql.of(
                        """
                        select count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)
                        from %s t where t.tenant = ?
                        """
                                .formatted(table),
                        tenantId)
                .query(
                        connection,
                        rows ->
                                rows.next()
                                        ? new TableSum(
                                                rows.getLong(1),
                                                rows.getBigDecimal(2).toBigInteger())
                                        : TableSum.NONE);
    }
}
