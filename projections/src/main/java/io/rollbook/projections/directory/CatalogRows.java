package io.rollbook.projections.directory;

import io.rollbook.contract.tenant.SchemaChanged;
import io.rollbook.contract.tenant.SchemaRegistered;
import io.rollbook.contract.tenant.SchemaRemoved;
import io.rollbook.projections.database.RoundTrip;
import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.directory.fold.TimedEvent;
import io.rollbook.projections.document.CatalogDocument;
import io.rollbook.scim.extension.TenantExtension;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The schemas of each tenant, which its resources are read and written with. Thread-safe. */
final class CatalogRows {

    private final String load;
    private final String save;
    private final Map<String, TenantSchemas> known = new ConcurrentHashMap<>();

    CatalogRows(Tables tables) {
        load =
                tables.in(
                        """
                        select version, case when version <> ? then extensions end
                        from {catalogs} where tenant = ?
                        """);
        save =
                tables.in(
                        """
                        insert into {catalogs} (tenant, version, extensions) values (?, ?, ?)
                        on conflict (tenant) do update
                            set version = excluded.version, extensions = excluded.extensions
                        """);
    }

    /** Asks for a tenant's schemas; the text of them only when it is another than last time. */
    Supplier<TenantSchemas> load(RoundTrip reads, String tenantId) {
        var last = known.getOrDefault(tenantId, TenantSchemas.STANDARD);
        return reads.ask(
                Sql.of(load, last.version(), tenantId), rows -> read(tenantId, last, rows));
    }

    /**
     * The schemas after the events. Every value before and between them fits these as well: a
     * schema only grows, and goes when nothing holds a value of it.
     */
    TenantSchemas apply(
            RoundTrip writes, String tenantId, TenantSchemas before, List<TimedEvent> events) {
        var extensions = before.extensions();
        long version = before.version();
        for (var timed : events) {
            switch (timed.event()) {
                case SchemaRegistered added -> {
                    extensions =
                            extensions.with(
                                    extension(
                                            added.resourceType(),
                                            added.required(),
                                            added.schema()));
                    version = added.version();
                }
                case SchemaChanged changed -> {
                    extensions =
                            extensions.with(
                                    extension(
                                            changed.resourceType(),
                                            changed.required(),
                                            changed.schema()));
                    version = changed.version();
                }
                case SchemaRemoved removed -> {
                    extensions = extensions.without(removed.urn());
                    version = removed.version();
                }
                default -> {
                    // No schema.
                }
            }
        }
        if (version == before.version()) {
            return before;
        }
        writes.add(Sql.of(save, tenantId, version, CatalogDocument.of(extensions)));
        return TenantSchemas.of(version, extensions);
    }

    /** Kept is only what was committed: what these events change is read once more. */
    private TenantSchemas read(String tenantId, TenantSchemas last, ResultSet rows)
            throws SQLException {
        if (!rows.next()) {
            return TenantSchemas.STANDARD;
        }
        var extensions = rows.getString(2);
        if (extensions == null) {
            return last;
        }
        var schemas = TenantSchemas.of(rows.getLong(1), CatalogDocument.read(extensions));
        known.put(tenantId, schemas);
        return schemas;
    }

    private static TenantExtension extension(
            String type, boolean required, Map<String, Object> schema) {
        return TenantExtension.of(type, required, (Complex) Json.fromPlain(schema));
    }
}
