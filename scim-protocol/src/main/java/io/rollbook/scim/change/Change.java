package io.rollbook.scim.change;

import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

/**
 * One attribute that got another value.
 *
 * @param path canonical: {@code userName}, {@code name.givenName}, {@code emails}, {@code
 *     urn:…:User:manager.value}
 * @param before null when it was unassigned
 * @param after null when it is unassigned now
 */
public record Change(String path, @Nullable Value before, @Nullable Value after) {}
