package io.rollbook.embedded;

/**
 * A schema whose tables belong to one role and are used by another.
 *
 * @param owner makes the tables
 * @param service gets only the rights that the owner gives it
 */
public record OwnedDatabase(DatabaseAccess owner, DatabaseAccess service) {}
