package io.rollbook.scim.extension;

import io.rollbook.scim.schema.SchemaCatalog;

import java.util.Map;

/**
 * A tenant's catalog and what it was made from.
 *
 * @param versions of each extension by its URN: as long as they are the same, the catalog is
 */
public record StoredCatalog(Map<String, Long> versions, SchemaCatalog catalog) {
    /** Of a tenant without extensions. */
    public static final StoredCatalog STANDARD =
            new StoredCatalog(Map.of(), SchemaCatalog.standard());

    public StoredCatalog {
        versions = Map.copyOf(versions);
    }
}
