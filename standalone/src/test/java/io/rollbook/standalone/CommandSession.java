package io.rollbook.standalone;

import io.rollbook.standalone.command.Terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Many commands in one process, because starting one for each takes longer than all of them. Each
 * line on standard input is a command, with tabs between its words; after what it says comes a line
 * with its exit code.
 */
public final class CommandSession {

    /** What the line with the exit code begins with. */
    public static final String ENDED = "ended with ";

    private CommandSession() {}

    public static void main(String[] none) throws IOException {
        try (var lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var exitCode = Rollbook.commandLine().execute(line.split("\t"));
                Terminal.say(ENDED + exitCode);
            }
        }
    }
}
