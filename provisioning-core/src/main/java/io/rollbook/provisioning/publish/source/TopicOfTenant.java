package io.rollbook.provisioning.publish.source;

/** What is numbered without a gap: the events of one tenant on one topic. */
public record TopicOfTenant(String tenantId, String topic) {}
