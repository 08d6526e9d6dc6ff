package io.rollbook.provisioning.publish.relay;

/** What is numbered without a gap: the events of one tenant on one topic. */
record TopicOfTenant(String tenantId, String topic) {}
