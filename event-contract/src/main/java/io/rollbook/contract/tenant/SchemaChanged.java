package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A schema of a tenant changed, so that all values that there are still fit: it is whole.
 *
 * @param resourceType {@code User} or {@code Group}
 * @param required whether every resource of the type must have it
 * @param schema in the form of RFC 7643 §7, each characteristic spelled out
 */
public record SchemaChanged(
        String tenantId,
        long version,
        String urn,
        String resourceType,
        boolean required,
        Map<String, Object> schema,
        Cause cause)
        implements TenantEvent {

    public SchemaChanged {
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    }
}
