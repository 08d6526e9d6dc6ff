package io.rollbook.contract.group;

/**
 * A member of a group.
 *
 * @param value the id of a user or group of the same tenant
 * @param type {@code User} or {@code Group}
 */
public record Member(String value, String type) {}
