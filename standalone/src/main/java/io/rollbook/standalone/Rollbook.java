package io.rollbook.standalone;

import io.rollbook.benchmarks.Bench;
import io.rollbook.embedded.StartFailure;
import io.rollbook.standalone.command.AuditCommand;
import io.rollbook.standalone.command.ClientCommand;
import io.rollbook.standalone.command.ConnectionCommand;
import io.rollbook.standalone.command.EventsCommand;
import io.rollbook.standalone.command.RebuildCommand;
import io.rollbook.standalone.command.RehearseCommand;
import io.rollbook.standalone.command.SchemaCommand;
import io.rollbook.standalone.command.TenantCommand;
import io.rollbook.standalone.command.Terminal;
import io.rollbook.standalone.command.TokenCommand;
import io.rollbook.standalone.command.UpCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

import java.util.Arrays;

/** The command line. */
@Command(
        name = "rollbook",
        description = "A SCIM 2.0 service provider in which every change is an event.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            UpCommand.class,
            TenantCommand.class,
            ConnectionCommand.class,
            TokenCommand.class,
            ClientCommand.class,
            SchemaCommand.class,
            EventsCommand.class,
            AuditCommand.class,
            RebuildCommand.class,
            RehearseCommand.class,
            Bench.class,
            HelpCommand.class
        })
public final class Rollbook {

    private Rollbook() {}

    public static void main(String[] arguments) {
        var exit = execute(arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    private static int execute(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("up")) {
            // All other commands' options would be read first: a tenth of the whole start.
            return inOneSentence(new CommandLine(new UpCommand()).setCommandName("rollbook up"))
                    .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return inOneSentence(new CommandLine(new Rollbook()));
    }

    /**
     * What a person can put right is one sentence; anything else is a fault and shows its trace.
     */
    private static CommandLine inOneSentence(CommandLine line) {
        return line.setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                    if (failure instanceof Refusal || failure instanceof StartFailure) {
                        Terminal.warn(String.valueOf(failure.getMessage()));
                        return 1;
                    }
                    throw failure;
                });
    }
}
