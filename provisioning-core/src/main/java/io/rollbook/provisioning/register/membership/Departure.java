package io.rollbook.provisioning.register.membership;

/**
 * Somebody that is gone but still in groups.
 *
 * @param causedBy the id of the event that deleted it
 */
public record Departure(String tenantId, String member, String causedBy) {}
