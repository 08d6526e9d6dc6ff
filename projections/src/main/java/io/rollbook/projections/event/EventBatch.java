package io.rollbook.projections.event;

import java.util.List;
import java.util.Map;

/**
 * Events that were received together.
 *
 * @param events per tenant in order
 * @param nextOffsets by partition, where to go on after this batch; empty when that is not kept
 */
public record EventBatch(String topic, List<NumberedEvent> events, Map<Integer, Long> nextOffsets) {

    public EventBatch {
        events = List.copyOf(events);
        nextOffsets = Map.copyOf(nextOffsets);
    }
}
