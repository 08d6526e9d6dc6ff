package io.rollbook.provisioning.publish.source;

import io.rollbook.provisioning.publish.contract.StoredEvent;

import java.util.List;

/**
 * Rows of the store in its order, as one snapshot of the database shows them.
 *
 * @param oldestRunning every transaction with an id below this had ended when the snapshot was
 *     taken, so that what it wrote is in the page or does not exist
 */
public record Page(List<StoredEvent> rows, long oldestRunning) {

    public Page {
        rows = List.copyOf(rows);
    }
}
