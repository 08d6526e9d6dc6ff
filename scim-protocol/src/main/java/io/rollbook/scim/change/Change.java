package io.rollbook.scim.change;

import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

/**
 * One attribute before and after. A multi-valued attribute changes as a whole.
 *
 * @param path in the notation of RFC 7644 §3.10: {@code title}, {@code name.familyName}, {@code
 *     emails}, {@code urn:…:User:department}
 * @param before null when it had none
 * @param after null when it has none any more
 */
public record Change(String path, @Nullable Value before, @Nullable Value after) {}
