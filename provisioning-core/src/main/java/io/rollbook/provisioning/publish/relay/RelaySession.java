package io.rollbook.provisioning.publish.relay;

import io.rollbook.provisioning.publish.contract.Publication;
import io.rollbook.provisioning.publish.contract.PublicationMapping;
import io.rollbook.provisioning.publish.contract.Records;
import io.rollbook.provisioning.publish.contract.StoredEvent;
import io.rollbook.provisioning.publish.source.Numbers;
import io.rollbook.provisioning.publish.source.RelayConnection;
import io.rollbook.provisioning.publish.source.TopicOfTenant;

import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Publishes from the saved position on, as long as the connection, the lock and the producer last.
 * Reading and sending go on while acknowledgements are under way; those only move the saved
 * position. Not thread-safe.
 */
final class RelaySession {

    private static final int PAGE = 200;

    /** Behind a gap a page is only read to see whether the gap is closed. */
    private static final int PAGE_BEHIND_GAP = 32;

    /**
     * Every page costs the broker and its readers the same whatever it holds: under load pages are
     * kept so far apart that more events share one.
     */
    private static final Duration APART = Duration.ofMillis(5);

    private static final Duration FIRST_PAUSE_AT_GAP = Duration.ofMillis(1);
    private static final Duration LAST_ACKNOWLEDGEMENTS = Duration.ofSeconds(2);

    private final RelayConnection store;
    private final Producer<String, byte[]> producer;
    private final PublicationMapping mapping;
    private final RelaySettings settings;
    private final RelayMetrics metrics;
    private final WakeUp wakeUp;
    private final Records records = new Records();
    private final InFlight inFlight;
    private final Numbers numbers;
    private final Gaps gaps;
    private Duration pauseAtGap = FIRST_PAUSE_AT_GAP;
    private long savedAt = System.nanoTime();
    private long sentAt = savedAt - APART.toNanos();

    RelaySession(
            RelayConnection store,
            Producer<String, byte[]> producer,
            PublicationMapping mapping,
            RelaySettings settings,
            RelayMetrics metrics,
            WakeUp wakeUp)
            throws SQLException {
        this.store = store;
        this.producer = producer;
        this.mapping = mapping;
        this.settings = settings;
        this.metrics = metrics;
        this.wakeUp = wakeUp;
        this.inFlight = new InFlight(metrics::delivered);
        var saved = store.load();
        this.numbers = new Numbers(saved.numbers());
        this.gaps = new Gaps(saved.position());
    }

    void run(BooleanSupplier stopping)
            throws SQLException, PublicationFailed, InterruptedException {
        while (!stopping.getAsBoolean()) {
            inFlight.settle();
            keepApart();
            boolean more = publishNext();
            metrics.show(gaps, inFlight);
            saveWhenDue();
            if (!more) {
                wakeUp.await(pause());
            }
        }
        finish();
    }

    /** Not for the first event after a rest: that one is not kept waiting. */
    private void keepApart() {
        long rest = sentAt + APART.toNanos() - System.nanoTime();
        if (rest > 0) {
            LockSupport.parkNanos(rest);
        }
    }

    /**
     * @return whether there is more to read at once
     */
    private boolean publishNext() throws SQLException, PublicationFailed {
        if (!hasRoom()) {
            return false;
        }
        int limit = gaps.open() > 0 ? PAGE_BEHIND_GAP : PAGE;
        var page = store.read(gaps.admitted(), limit);
        var rows = gaps.admit(page);
        for (var row : rows) {
            send(row);
        }
        if (gaps.wantsMark()) {
            gaps.mark(store.freshTransactionId());
        }
        pauseAtGap = rows.isEmpty() ? longer(pauseAtGap) : FIRST_PAUSE_AT_GAP;
        sentAt = rows.isEmpty() || rows.size() == limit ? sentAt : System.nanoTime();
        return rows.size() == limit;
    }

    /** Asks twice: an acknowledgement that came before the first question wakes nobody. */
    private boolean hasRoom() throws PublicationFailed {
        if (inFlight.hasRoom()) {
            return true;
        }
        inFlight.settle();
        return inFlight.hasRoom();
    }

    private void send(StoredEvent row) throws PublicationFailed {
        var publication = read(row);
        var stream = new TopicOfTenant(publication.tenantId(), publication.topic());
        long number = numbers.next(stream);
        var event = records.recordOf(publication, publication.topic(), number);
        var sent =
                new Sent(
                        row.position(),
                        stream,
                        number,
                        row.size(),
                        row.storedAt(),
                        publication.origin().traceparent());
        inFlight.requireIntact();
        inFlight.add(sent);
        var _ = producer.send(event, (metadata, failure) -> answered(sent, failure));
    }

    /**
     * On the producer's thread, or at once when the record did not even get that far. After a
     * failure the producer must send nothing that it still holds: the topic would have a hole in
     * its numbers until the next session fills it, and consumers stop at a hole. With one request
     * under way at a time, closing it here comes before anything else is sent.
     */
    private void answered(Sent sent, @Nullable Exception failure) {
        if (failure == null) {
            sent.acknowledge();
        } else if (inFlight.fail(failure)) {
            producer.close(Duration.ZERO);
        }
        if (failure != null || inFlight.isWaitedFor()) {
            wakeUp.call();
        }
    }

    /** The cause may quote the event, which may hold personal data: only its kind is passed on. */
    private Publication read(StoredEvent row) {
        try {
            return mapping.publicationOf(row);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Cannot publish " + row + ": " + e.getClass().getSimpleName());
        }
    }

    private void saveWhenDue() throws SQLException {
        if (inFlight.hasUnsaved() && System.nanoTime() - savedAt >= settings.save().toNanos()) {
            save();
        }
    }

    private void save() throws SQLException {
        var point = inFlight.takeSavePoint();
        if (point.isPresent()) {
            store.save(point.get());
            savedAt = System.nanoTime();
        }
    }

    private Duration pause() {
        if (gaps.open() > 0 && inFlight.hasRoom()) {
            return pauseAtGap;
        }
        boolean saveSoon = inFlight.size() > 0 || inFlight.hasUnsaved();
        return saveSoon && settings.save().compareTo(settings.poll()) < 0
                ? settings.save()
                : settings.poll();
    }

    private Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(settings.poll()) < 0 ? doubled : settings.poll();
    }

    /** What is not acknowledged by then is sent again by the next session. */
    private void finish() throws SQLException, PublicationFailed, InterruptedException {
        long deadline = System.nanoTime() + LAST_ACKNOWLEDGEMENTS.toNanos();
        while (inFlight.size() > 0 && System.nanoTime() < deadline) {
            wakeUp.await(FIRST_PAUSE_AT_GAP);
            inFlight.settle();
        }
        save();
    }
}
