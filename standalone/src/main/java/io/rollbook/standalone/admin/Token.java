package io.rollbook.standalone.admin;

/**
 * A token as the administration lists it, without what it could be used with.
 *
 * @param shown the beginning and the end of its text
 * @param lastUsed empty for never
 * @param expires empty for never
 */
public record Token(
        String id,
        String connection,
        String roles,
        String shown,
        String createdBy,
        String created,
        String lastUsed,
        String expires) {}
