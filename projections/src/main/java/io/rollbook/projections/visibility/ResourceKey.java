package io.rollbook.projections.visibility;

/** A resource of a tenant. */
record ResourceKey(String tenantId, String resourceId) {}
