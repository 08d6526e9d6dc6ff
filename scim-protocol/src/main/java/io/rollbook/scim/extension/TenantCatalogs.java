package io.rollbook.scim.extension;

import io.rollbook.scim.schema.SchemaCatalog;

/**
 * The schemas of each tenant: the standard ones and its own extensions. Thread-safe. A request asks
 * once and uses what it got to its end.
 */
@FunctionalInterface
public interface TenantCatalogs {

    /** Nobody has extensions of its own. */
    TenantCatalogs STANDARD = tenantId -> SchemaCatalog.standard();

    /**
     * At least as new as any that was announced before the call; the same instance as long as
     * nothing changes, and {@link SchemaCatalog#standard()} itself for a tenant without extensions.
     *
     * @throws io.rollbook.scim.seam.Unavailable when it cannot be known
     */
    SchemaCatalog of(String tenantId);
}
