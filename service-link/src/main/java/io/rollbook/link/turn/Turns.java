package io.rollbook.link.turn;

import io.rollbook.scim.seam.Unavailable;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets so many requests of all tenants work at once, and the others wait for their turn. Whoever
 * waits too long, or comes when too many do, is sent away before anything is done. Thread-safe.
 */
public final class Turns {

    private static final Duration LEASE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 1_000;
    private static final int LEAST = 4;
    private static final int PER_PROCESSOR = 2;

    private final TurnOrder order;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TurnOrder.Ticket, Condition> waiting = new HashMap<>();

    /**
     * @param places how many may work at once
     */
    public Turns(int places) {
        this(new TurnOrder(places, LEASE.toNanos()), System::nanoTime);
    }

    /**
     * As many places as keep this machine busy, for work that waits for a database half of its
     * time.
     *
     * @param set what an operator has set instead
     * @param connections to the database; whoever waited for one would not be in turn
     */
    public static Turns of(@Nullable Integer set, int connections) {
        int busy = Math.max(LEAST, PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        return new Turns(Math.min(set == null ? busy : set, connections));
    }

    Turns(TurnOrder order, LongSupplier clock) {
        this.order = order;
        this.clock = clock;
    }

    /**
     * @throws Unavailable when the work was not begun
     */
    public <T> T inTurn(String tenant, Supplier<T> work) {
        TurnOrder.Ticket ticket = await(tenant);
        try {
            return work.get();
        } finally {
            leave(ticket);
        }
    }

    /** How many wait. */
    public int waiting() {
        lock.lock();
        try {
            return order.waiting();
        } finally {
            lock.unlock();
        }
    }

    private TurnOrder.Ticket await(String tenant) {
        lock.lock();
        try {
            if (order.waiting() >= MOST_WAITING) {
                throw new Unavailable("Too many requests wait for their turn");
            }
            TurnOrder.Ticket ticket = order.arrive(tenant, clock.getAsLong());
            call();
            if (!ticket.isCalled()) {
                untilCalled(ticket);
            }
            return ticket;
        } finally {
            lock.unlock();
        }
    }

    private void untilCalled(TurnOrder.Ticket ticket) {
        Condition called = lock.newCondition();
        waiting.put(ticket, called);
        try {
            untilCalled(ticket, called);
        } catch (RuntimeException e) {
            order.leave(ticket);
            call();
            throw e;
        } finally {
            waiting.remove(ticket);
        }
    }

    private void untilCalled(TurnOrder.Ticket ticket, Condition called) {
        long end = clock.getAsLong() + PATIENCE.toNanos();
        while (!ticket.isCalled()) {
            long now = clock.getAsLong();
            if (now - end >= 0) {
                throw new Unavailable("The turn of a request did not come in time");
            }
            long leaseEnd = order.nextLeaseEnd().orElse(end);
            try {
                called.await(Math.min(end - now, leaseEnd - now), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable("Interrupted while waiting for a turn", e);
            }
            call();
        }
    }

    /** Calls all who may begin now. */
    private void call() {
        for (var next = order.next(clock.getAsLong());
                next != null;
                next = order.next(clock.getAsLong())) {
            Condition called = waiting.get(next);
            if (called != null) {
                called.signal();
            }
        }
    }

    private void leave(TurnOrder.Ticket ticket) {
        lock.lock();
        try {
            order.leave(ticket);
            call();
        } finally {
            lock.unlock();
        }
    }
}
