package io.rollbook.standalone.admin;

/**
 * A tenant's connection as the administration lists it.
 *
 * @param settings as JSON; null stands for the default
 */
public record Connection(String id, String name, String created, String settings) {}
