package io.rollbook.projections.directory;

import io.rollbook.scim.extension.TenantExtensions;
import io.rollbook.scim.schema.SchemaCatalog;

/**
 * What a tenant's resources are read and written with.
 *
 * @param version the tenant's at the last change of its schemas; 0 when there never was one
 */
record TenantSchemas(long version, TenantExtensions extensions, SchemaCatalog catalog) {

    static final TenantSchemas STANDARD = of(0, TenantExtensions.NONE);

    static TenantSchemas of(long version, TenantExtensions extensions) {
        return new TenantSchemas(version, extensions, extensions.catalog());
    }
}
