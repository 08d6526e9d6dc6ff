package io.rollbook.provisioning.publish.relay;

import io.rollbook.provisioning.publish.source.SavePoint;
import io.rollbook.provisioning.publish.source.TopicOfTenant;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What was sent and is not saved yet, in order. Acknowledgements of different partitions overtake
 * each other; only an unbroken beginning counts. Bounded: while Kafka is away nothing is read
 * beyond the bound. Not thread-safe, but for what the producer calls: {@link #fail}, {@link
 * #isWaitedFor} and the acknowledgement of {@link Sent}.
 */
final class InFlight {

    private static final int MOST_RECORDS = 2_000;
    private static final long MOST_BYTES = 16L << 20;

    private final Queue<Sent> sent = new ArrayDeque<>();
    private final Map<TopicOfTenant, Long> unsaved = new HashMap<>();
    private final Consumer<Sent> onSettled;
    private long bytes;
    private long settled = -1;
    private volatile boolean waitedFor;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /**
     * @param onSettled told of each record once, in order
     */
    InFlight(Consumer<Sent> onSettled) {
        this.onSettled = onSettled;
    }

    boolean hasRoom() {
        boolean room = sent.size() < MOST_RECORDS && bytes < MOST_BYTES;
        waitedFor = !room;
        return room;
    }

    /** Whether there was no room when it was last asked for. */
    boolean isWaitedFor() {
        return waitedFor;
    }

    int size() {
        return sent.size();
    }

    @Nullable Sent oldest() {
        return sent.peek();
    }

    void add(Sent next) {
        sent.add(next);
        bytes += next.size();
    }

    /**
     * The record will not be acknowledged any more, so that none after it may be sent.
     *
     * @return whether it is the first one to fail
     */
    boolean fail(Exception cause) {
        return failure.compareAndSet(null, cause);
    }

    /**
     * @throws PublicationFailed when a record was given up
     */
    void requireIntact() throws PublicationFailed {
        var cause = failure.get();
        if (cause != null) {
            throw new PublicationFailed(cause);
        }
    }

    /**
     * Takes off what was acknowledged without a break.
     *
     * @throws PublicationFailed when a record was given up
     */
    void settle() throws PublicationFailed {
        requireIntact();
        for (var next = sent.peek(); next != null && next.isAcknowledged(); next = sent.peek()) {
            sent.remove();
            bytes -= next.size();
            settled = next.position();
            unsaved.put(next.stream(), next.number());
            onSettled.accept(next);
        }
    }

    /** What has been settled since it was last asked. */
    Optional<SavePoint> takeSavePoint() {
        if (unsaved.isEmpty()) {
            return Optional.empty();
        }
        var point = new SavePoint(settled, unsaved);
        unsaved.clear();
        return Optional.of(point);
    }

    boolean hasUnsaved() {
        return !unsaved.isEmpty();
    }
}
