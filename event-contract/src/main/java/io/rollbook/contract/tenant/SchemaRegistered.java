package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tenant got a schema of its own: what follows may use its attributes.
 *
 * @param resourceType {@code User} or {@code Group}
 * @param required whether every resource of the type must have it
 * @param schema in the form of RFC 7643 §7, each characteristic spelled out
 */
public record SchemaRegistered(
        String tenantId,
        long version,
        String urn,
        String resourceType,
        boolean required,
        Map<String, Object> schema,
        Cause cause)
        implements TenantEvent {

    public SchemaRegistered {
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    }
}
