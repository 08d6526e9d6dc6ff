package io.rollbook.provisioning.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rollbook.provisioning.origin.ActorKind;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.seam.Unavailable;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

class CommandSenderTest {

    private static final Origin ORIGIN =
            new Origin("t-1", "r-1", 0, ActorKind.SYSTEM, "test", null, Instant.EPOCH, null, null);

    private record Ask(Preconditions preconditions) implements Command<String> {

        @Override
        public AggregateId id() {
            return AggregateId.user("t-1", "u-1");
        }
    }

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void aCommandThatMetAnotherNodesChangeIsDecidedAgain() {
        var sender =
                handledBy(
                        number -> {
                            if (number < 3) {
                                throw new ConcurrencyException("taken");
                            }
                            return "done";
                        });

        assertThat(sender.send(new Ask(Preconditions.NONE), ORIGIN))
                .isEqualTo(Outcome.accepted("done"));
        assertThat(tries).hasValue(3);
    }

    @Test
    void afterTooManyConflictsTheClientIsToComeAgain() {
        var sender = handledBy(CommandSenderTest::taken);

        assertThat(statusOf(sender.send(new Ask(Preconditions.NONE), ORIGIN))).isEqualTo(503);
        assertThat(statusOf(sender.send(new Ask(Preconditions.ifMatch("W/\"1\"")), ORIGIN)))
                .isEqualTo(412);
    }

    @Test
    void aStoreThatTakesTooLongIsAskedOnce() {
        var sender =
                handledBy(
                        number -> {
                            throw new IllegalStateException(new SQLException("", "55P03"));
                        });

        assertThat(statusOf(sender.send(new Ask(Preconditions.NONE), ORIGIN))).isEqualTo(503);
        assertThat(tries).hasValue(1);
    }

    @Test
    void aRefusalIsAValue() {
        var error = ScimError.notFound("nobody");
        var sender =
                handledBy(
                        number -> {
                            throw new CommandRefused(error);
                        });

        assertThat(sender.send(new Ask(Preconditions.NONE), ORIGIN))
                .isEqualTo(Outcome.refused(error));
        assertThat(tries).hasValue(1);
    }

    @Test
    void aStoreThatIsAwayAndAFaultAreTold() {
        var away =
                handledBy(
                        number -> {
                            throw new IllegalStateException(new SQLException("", "08006"));
                        });
        var broken =
                handledBy(
                        number -> {
                            throw new IllegalStateException("broken");
                        });

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> away.send(new Ask(Preconditions.NONE), ORIGIN));
        assertThatIllegalStateException()
                .isThrownBy(() -> broken.send(new Ask(Preconditions.NONE), ORIGIN));
    }

    private CommandSender handledBy(IntFunction<String> handler) {
        var bus = SimpleCommandBus.builder().build();
        bus.subscribe(Ask.class.getName(), command -> handler.apply(tries.incrementAndGet()));
        return new CommandSender(DefaultCommandGateway.builder().commandBus(bus).build());
    }

    private static String taken(int number) {
        throw new ConcurrencyException("taken " + number);
    }

    private static int statusOf(Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<String>(var answer) -> throw new AssertionError(answer);
            case Outcome.Refused<String>(var error) -> error.status();
        };
    }
}
