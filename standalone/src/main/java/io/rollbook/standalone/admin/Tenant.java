package io.rollbook.standalone.admin;

/**
 * A tenant as the administration lists it.
 *
 * @param status active, suspended or deleting
 * @param deletionEndsAt until when one that is deleting can be restored; empty otherwise
 */
public record Tenant(
        String id, String name, String profile, String status, String deletionEndsAt) {}
