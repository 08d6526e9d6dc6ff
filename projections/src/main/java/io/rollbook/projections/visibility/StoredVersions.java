package io.rollbook.projections.visibility;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.TenantQueries;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which version of a resource reads show, by the rows themselves; a tenant's schemas go by the id
 * of the tenant. Thread-safe.
 */
final class StoredVersions {

    /**
     * One look into each key's index for each id, however little the server knows of the tables.
     */
    private static final String VERSIONS =
            """
            select found.id, found.version from unnest(?) as wanted (id) cross join lateral (
                select id, version from users where tenant = ? and id = wanted.id
                union all
                select id, version from groups where tenant = ? and id = wanted.id
                union all
                select id, version from tombstones where tenant = ? and id = wanted.id
                union all
                select tenant, version from catalogs where tenant = ? and tenant = wanted.id
            ) as found
            """;

    private final TenantQueries queries;

    StoredVersions(TenantQueries queries) {
        this.queries = queries;
    }

    /** By id; resources that are unknown yet are absent. */
    Map<String, Long> of(String tenantId, Collection<String> ids) {
        var array = ids.toArray(String[]::new);
        return queries.ask(
                tenantId,
                Sql.of(VERSIONS, array, tenantId, tenantId, tenantId, tenantId),
                rows -> {
                    var versions = new HashMap<String, Long>();
                    while (rows.next()) {
                        versions.merge(rows.getString(1), rows.getLong(2), Long::max);
                    }
                    return versions;
                });
    }
}
