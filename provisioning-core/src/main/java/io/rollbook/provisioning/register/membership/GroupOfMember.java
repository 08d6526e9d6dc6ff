package io.rollbook.provisioning.register.membership;

/**
 * A group that somebody is in.
 *
 * @param direct false when only by way of another group
 */
public record GroupOfMember(String id, String display, boolean direct) {}
