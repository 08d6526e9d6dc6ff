package io.rollbook.provisioning.register;

import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.extension.LeasedCatalogs;
import io.rollbook.scim.extension.StoredCatalog;
import io.rollbook.scim.extension.TenantExtension;
import io.rollbook.scim.extension.TenantExtensions;
import io.rollbook.scim.value.Json;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which schemas of its own each tenant has. */
public final class SchemaRegister implements LeasedCatalogs.Source {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    public SchemaRegister(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** An extension as the register has it; the version is the tenant's at its last change. */
    private record Row(long version, TenantExtension extension) {}

    /** In a transaction of its own. */
    @Override
    public StoredCatalog read(String tenantId, StoredCatalog known) {
        return transactions.inTenant(
                tenantId,
                () -> versions(tenantId).equals(known.versions()) ? known : whole(tenantId));
    }

    /** As they are now. In a transaction of its own. */
    public TenantExtensions of(String tenantId) {
        var rows = transactions.inTenant(tenantId, () -> rows(tenantId));
        return TenantExtensions.of(rows.stream().map(Row::extension).toList());
    }

    /** In the transaction of the change. */
    public void save(String tenantId, TenantExtension extension, long version) {
        jdbc.sql(
                        """
                        insert into schema_register (tenant, urn, version, extension)
                        values (?, ?, ?, ?)
                        on conflict (tenant, urn) do update
                            set version = excluded.version, extension = excluded.extension
                        """)
                .params(
                        tenantId,
                        lower(extension.urn()),
                        version,
                        new String(Json.write(extension.toValue()), StandardCharsets.UTF_8))
                .update();
    }

    /**
     * In the transaction of the change. Nobody can begin to use the schema until that ends.
     *
     * @param urn in any case
     * @return false when it is in use, and then it stays
     */
    public boolean remove(String tenantId, String urn) {
        jdbc.sql("select version from schema_register where tenant = ? and urn = ? for update")
                .params(tenantId, lower(urn))
                .query(Long.class)
                .optional();
        return jdbc.sql(
                                """
                                delete from schema_register s where tenant = ? and urn = ?
                                and not exists (
                                    select from extension_use u
                                    where u.tenant = s.tenant and u.urn = s.urn)
                                """)
                        .params(tenantId, lower(urn))
                        .update()
                == 1;
    }

    private Map<String, Long> versions(String tenantId) {
        var versions = new HashMap<String, Long>();
        jdbc.sql("select urn, version from schema_register where tenant = ?")
                .param(tenantId)
                .query(
                        row -> {
                            versions.put(row.getString(1), row.getLong(2));
                        });
        return versions;
    }

    private StoredCatalog whole(String tenantId) {
        var rows = rows(tenantId);
        var versions = new HashMap<String, Long>();
        rows.forEach(row -> versions.put(lower(row.extension().urn()), row.version()));
        var extensions = rows.stream().map(Row::extension).toList();
        return new StoredCatalog(versions, TenantExtensions.of(extensions).catalog());
    }

    private List<Row> rows(String tenantId) {
        return jdbc.sql("select version, extension from schema_register where tenant = ?")
                .param(tenantId)
                .query((row, number) -> new Row(row.getLong(1), extension(row.getString(2))))
                .list();
    }

    private static TenantExtension extension(String json) {
        return TenantExtension.of(Json.readObject(json.getBytes(StandardCharsets.UTF_8)));
    }

    static String lower(String urn) {
        return urn.toLowerCase(Locale.ROOT);
    }
}
