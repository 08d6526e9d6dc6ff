package io.rollbook.provisioning.store;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Stops while a command is carried out: all events of one command happened at one moment. A group
 * that is made with its members was not modified after its creation (RFC 7643 §3.1).
 */
final class CommandClock extends Clock {

    private static final String MOMENT = CommandClock.class.getName();

    private final Clock running;

    CommandClock(Clock running) {
        this.running = running;
    }

    /** Axon has one clock for all events of the process. */
    static void start() {
        GenericEventMessage.clock = new CommandClock(Clock.systemUTC());
    }

    @Override
    public Instant instant() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get()
                        .root()
                        .getOrComputeResource(MOMENT, key -> running.instant())
                : running.instant();
    }

    @Override
    public ZoneId getZone() {
        return running.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new CommandClock(running.withZone(zone));
    }
}
