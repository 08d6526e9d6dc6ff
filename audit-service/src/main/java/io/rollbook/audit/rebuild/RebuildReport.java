package io.rollbook.audit.rebuild;

import java.util.List;

/**
 * What a rebuild found.
 *
 * @param events that were read
 * @param otherNames entries with other names or another cycle than the order of the store gives:
 *     the topics were read in another order then, or the setting of the pause was another
 * @param deviations the first of each tenant and kind; empty when the log is what the events make
 */
public record RebuildReport(
        long events,
        int tenants,
        long otherNames,
        long seconds,
        boolean identical,
        List<Deviation> deviations) {

    public RebuildReport {
        deviations = List.copyOf(deviations);
    }
}
