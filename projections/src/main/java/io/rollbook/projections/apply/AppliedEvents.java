package io.rollbook.projections.apply;

import io.rollbook.projections.event.NumberedEvent;

import java.util.List;
import java.util.Map;

/**
 * What a committed batch did for one tenant.
 *
 * @param events those that were not applied before
 * @param versions of each resource that they changed or deleted
 */
public record AppliedEvents(
        String tenantId, List<NumberedEvent> events, Map<String, Long> versions) {

    public AppliedEvents {
        events = List.copyOf(events);
        versions = Map.copyOf(versions);
    }
}
