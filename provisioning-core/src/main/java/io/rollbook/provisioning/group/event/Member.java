package io.rollbook.provisioning.group.event;

/** A member of a group: the id of a user or group of the same tenant. */
public record Member(String value, MemberType type) {}
