package io.rollbook.provisioning.publish.relay;

import io.rollbook.provisioning.publish.contract.StoredEvent;

import java.util.List;

/**
 * Rows of the store in its order, as one snapshot of the database shows them.
 *
 * @param oldestRunning every transaction with an id below this had ended when the snapshot was
 *     taken, so that what it wrote is in the page or does not exist
 */
record Page(List<StoredEvent> rows, long oldestRunning) {

    Page {
        rows = List.copyOf(rows);
    }
}
