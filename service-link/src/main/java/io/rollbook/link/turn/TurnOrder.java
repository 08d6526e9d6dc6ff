package io.rollbook.link.turn;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Who gets a place when one is free: of those who wait, one of the tenant that has the fewest
 * places; of several such, the tenant whose last turn is longest ago; of one tenant, who came
 * first. A quarter of the places is kept for tenants that have none, so that one that asks seldom
 * need not even wait for the end of another's request; and as long as several are present, each has
 * a quarter at most, because a processor that works for one is not there for another, whatever the
 * order. Whoever keeps a place for longer than the lease goes on without it: a few long requests do
 * not stop the others. Not thread-safe; times are readings of one clock, in nanoseconds.
 */
final class TurnOrder {

    private static final int PARTS = 4;

    /** Somebody who was here as lately will be here again. */
    private static final long PRESENT = Duration.ofSeconds(1).toNanos();

    private final int places;
    private final int kept;
    private final int share;
    private final long lease;
    private final SequencedMap<String, Long> present = new LinkedHashMap<>();
    private final Map<String, Line> lines = new HashMap<>();
    private final SequencedSet<Ticket> working = new LinkedHashSet<>();
    private long turns;
    private int waiting;

    TurnOrder(int places, long lease) {
        this.places = places;
        this.kept = places == 1 ? 0 : Math.max(1, places / PARTS);
        this.share = Math.ceilDiv(places, PARTS);
        this.lease = lease;
    }

    /** One request's, from its arrival to its end. */
    static final class Ticket {
        private final Line line;
        private boolean called;
        private long since;

        private Ticket(Line line) {
            this.line = line;
        }

        boolean isCalled() {
            return called;
        }
    }

    private static final class Line {
        private final String tenant;
        private final Deque<Ticket> waiting = new ArrayDeque<>();
        private int working;
        private long lastTurn;

        private Line(String tenant) {
            this.tenant = tenant;
        }
    }

    Ticket arrive(String tenant, long now) {
        present.putLast(tenant, now);
        Ticket ticket = new Ticket(lines.computeIfAbsent(tenant, Line::new));
        ticket.line.waiting.addLast(ticket);
        waiting++;
        return ticket;
    }

    /**
     * @return who may begin now; null when there is nobody, or no place
     */
    @Nullable Ticket next(long now) {
        takeBack(now);
        forgetAbsent(now);
        Line line = nextLine();
        if (line == null) {
            return null;
        }
        Ticket ticket = line.waiting.removeFirst();
        waiting--;
        ticket.called = true;
        ticket.since = now;
        line.working++;
        line.lastTurn = ++turns;
        working.addLast(ticket);
        return ticket;
    }

    /** When {@link #next} may find another one although nobody leaves. */
    OptionalLong nextLeaseEnd() {
        return working.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(working.getFirst().since + lease);
    }

    /** The end of a request, or of its patience. */
    void leave(Ticket ticket) {
        if (!ticket.called) {
            ticket.line.waiting.remove(ticket);
            waiting--;
            forget(ticket.line);
        } else if (working.remove(ticket)) {
            giveBack(ticket);
        }
    }

    int waiting() {
        return waiting;
    }

    /** How many tenants it knows of: those that wait or work. */
    int tenants() {
        return lines.size();
    }

    private @Nullable Line nextLine() {
        int free = places - working.size();
        if (free <= 0 || waiting == 0) {
            return null;
        }
        int most = present.size() > 1 ? share : places;
        Line next = null;
        for (Line line : lines.values()) {
            if (!line.waiting.isEmpty()
                    && (line.working == 0 || (free > kept && line.working < most))
                    && (next == null || isBefore(line, next))) {
                next = line;
            }
        }
        return next;
    }

    private static boolean isBefore(Line one, Line other) {
        return one.working == other.working
                ? one.lastTurn < other.lastTurn
                : one.working < other.working;
    }

    private void forgetAbsent(long now) {
        var eldest = present.values().iterator();
        while (eldest.hasNext() && now - eldest.next() >= PRESENT) {
            eldest.remove();
        }
    }

    private void takeBack(long now) {
        while (!working.isEmpty() && now - working.getFirst().since >= lease) {
            giveBack(working.removeFirst());
        }
    }

    private void giveBack(Ticket ticket) {
        ticket.line.working--;
        forget(ticket.line);
    }

    private void forget(Line line) {
        if (line.working == 0 && line.waiting.isEmpty()) {
            lines.remove(line.tenant);
        }
    }
}
