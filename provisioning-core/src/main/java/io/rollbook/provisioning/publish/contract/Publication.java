package io.rollbook.provisioning.publish.contract;

import io.rollbook.contract.EventType;
import io.rollbook.contract.PublishedEvent;
import io.rollbook.provisioning.origin.Origin;

/**
 * A stored event in the terms of the contract, still without its number.
 *
 * @param subject the resource that it is about, e.g. {@code /Users/42}
 */
public record Publication(
        StoredEvent stored, Origin origin, EventType type, String subject, PublishedEvent payload) {

    public String tenantId() {
        return stored.tenantId();
    }

    public String topic() {
        return type.topic();
    }
}
