package io.rollbook.provisioning.aggregate;

import io.rollbook.provisioning.origin.Origin;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.seam.Unavailable;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends commands and turns what comes back into values. A command that met another node's change of
 * the same aggregate is sent again, a bounded number of times: its handler decides anew on the new
 * state. Thread-safe.
 */
public final class CommandSender {

    /** Where two nodes change one group all the time, every other try meets the other one. */
    private static final int TRIES = 20;

    private static final long FIRST_PAUSE_NANOS = 1_000_000;

    private final CommandGateway gateway;
    private final AggregateLocks locks = new AggregateLocks();

    public CommandSender(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * @throws Unavailable when the store cannot be reached: nothing was changed
     */
    public <R> Outcome<R> send(Command<R> command, Origin origin) {
        for (int tried = 1; tried <= TRIES; tried++) {
            try {
                return Outcome.accepted(
                        locks.holding(command.id(), () -> dispatch(command, origin)));
            } catch (CommandRefused refusal) {
                return Outcome.refused(refusal.error());
            } catch (RuntimeException thrown) {
                switch (Failure.of(thrown)) {
                    case CONFLICT -> pauseBeforeTry(tried + 1);
                    case BUSY -> {
                        return Outcome.refused(busy());
                    }
                    case UNAVAILABLE -> throw new Unavailable("The event store is away", thrown);
                    case FAULT -> throw thrown;
                }
            }
        }
        return Outcome.refused(
                command.preconditions().isConditional() ? Preconditions.otherVersion() : busy());
    }

    private static ScimError busy() {
        return ScimError.of(503, "Too many others are changing the same; try again");
    }

    private <R> R dispatch(Command<R> command, Origin origin) {
        return gateway.sendAndWait(
                new GenericCommandMessage<>(command, MetaData.from(origin.toMetaData())));
    }

    /** Apart from each other, so that two nodes do not meet again in the same step. */
    private static void pauseBeforeTry(int next) {
        LockSupport.parkNanos(
                ThreadLocalRandom.current().nextLong(FIRST_PAUSE_NANOS << Math.min(next, 5)));
    }
}
