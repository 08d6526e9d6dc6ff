package io.rollbook.scim.seam;

/** A resource and the version that a write gave it; a deletion has a version as well. */
public record Written(String resourceId, long version) {}
