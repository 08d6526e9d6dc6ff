package io.rollbook.scim.patch.message;

import org.jspecify.annotations.Nullable;

/**
 * One operation as it was sent.
 *
 * @param number from 1
 * @param path null when absent
 * @param value null when absent; a JSON {@code null} is present
 */
public record Operation(int number, Verb verb, @Nullable String path, @Nullable JsonText value) {}
