package io.rollbook.projections.apply;

/** Events between the last applied one and the one that came are missing: nothing may go on. */
public final class MissingEvents extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingEvents(String tenantId, long applied, long arrived) {
        super(
                "Of tenant %s event %d arrived, but only %d are applied: %d are missing on the topic. Nothing is skipped; rebuild the projections from the event store."
                        .formatted(tenantId, arrived, applied, arrived - applied - 1));
    }
}
