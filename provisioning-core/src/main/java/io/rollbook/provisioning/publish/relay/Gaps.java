package io.rollbook.provisioning.publish.relay;

import io.rollbook.provisioning.publish.contract.StoredEvent;
import io.rollbook.provisioning.publish.source.Page;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Decides how far the order of the store is final. An index that is missing below one that is seen
 * is a gap: its transaction still runs, or was rolled back, or its index was lost in a crash. A gap
 * is closed when every transaction that could own it has ended and the row is still not there.
 *
 * <p>Why it holds: a row's transaction gets its id before it draws its index (see the table). A
 * missing index was drawn before the seen one, therefore by a transaction whose id is older than
 * any id that is assigned after the sighting. So a fresh id is assigned after the sighting, as its
 * mark, and the gap is closed by the first snapshot in which everything older than that id has
 * ended. The upper end of a snapshot ({@code pg_snapshot_xmax}) would not do as the mark: it is the
 * youngest <em>ended</em> transaction plus one, and the owner of the gap may be younger and still
 * running.
 *
 * <p>Not thread-safe.
 */
final class Gaps {

    private static final long NONE = -1;

    private long admitted;
    private @Nullable StoredEvent blocked;
    private long finalBelow;
    private long sighted = NONE;
    private long mark = NONE;

    /**
     * @param admitted all up to this index is final already
     */
    Gaps(long admitted) {
        this.admitted = admitted;
    }

    /** All up to this index is final. */
    long admitted() {
        return admitted;
    }

    /** How many indexes are missing before the next row that was seen; 0 when nothing blocks. */
    long open() {
        return blocked == null ? 0 : blocked.position() - admitted - 1;
    }

    /** When the row was stored that cannot be published yet. */
    @Nullable Instant waitingSince() {
        return blocked == null ? null : blocked.storedAt();
    }

    /**
     * @param page what follows {@link #admitted()}
     * @return the rows at the beginning of the page that are final, in order
     */
    List<StoredEvent> admit(Page page) {
        if (mark != NONE && page.oldestRunning() >= mark) {
            finalBelow = sighted;
            sighted = NONE;
            mark = NONE;
        }
        var rows = page.rows();
        int count = 0;
        while (count < rows.size() && isFinalUpTo(rows.get(count).position())) {
            admitted = rows.get(count).position();
            count++;
        }
        if (count == rows.size()) {
            blocked = null;
        } else {
            sight(rows.get(count), rows.getLast().position());
        }
        return rows.subList(0, count);
    }

    /** Whether the sighting that was just made still lacks the id that marks its time. */
    boolean wantsMark() {
        return sighted != NONE && mark == NONE;
    }

    /**
     * @param transactionId assigned after the page of the sighting was read
     */
    void mark(long transactionId) {
        mark = transactionId;
    }

    private boolean isFinalUpTo(long next) {
        return next == admitted + 1 || next <= finalBelow;
    }

    /** Most gaps fill within a millisecond: only one that is met twice costs a transaction id. */
    private void sight(StoredEvent next, long last) {
        boolean metBefore = blocked != null && blocked.position() == next.position();
        if (metBefore && sighted == NONE) {
            sighted = last;
        }
        blocked = next;
    }
}
