package io.rollbook.projections.view;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.TenantQueries;
import io.rollbook.projections.document.CatalogDocument;
import io.rollbook.scim.extension.LeasedCatalogs;
import io.rollbook.scim.extension.StoredCatalog;

import java.util.Map;

/** Each tenant's schemas as the read models have them. */
public final class ShownCatalogs implements LeasedCatalogs.Source {

    private static final String NEWER =
            "select version, extensions from catalogs where tenant = ? and version <> ?";

    private final TenantQueries queries;

    public ShownCatalogs(TenantQueries queries) {
        this.queries = queries;
    }

    @Override
    public StoredCatalog read(String tenantId, StoredCatalog known) {
        long version = known.versions().getOrDefault(tenantId, 0L);
        return queries.ask(
                tenantId,
                Sql.of(NEWER, tenantId, version),
                rows ->
                        rows.next()
                                ? new StoredCatalog(
                                        Map.of(tenantId, rows.getLong(1)),
                                        CatalogDocument.read(rows.getString(2)).catalog())
                                : known);
    }
}
