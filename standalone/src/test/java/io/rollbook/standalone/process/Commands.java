package io.rollbook.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.CommandSession;
import io.rollbook.standalone.JavaCommand;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that are given one after the other, in a process apart, on one data folder. */
final class Commands implements AutoCloseable {

    private final Path data;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter lines;

    Commands(Path data) throws IOException {
        this.data = data;
        process =
                new ProcessBuilder(JavaCommand.ofTests(CommandSession.class))
                        .redirectErrorStream(true)
                        .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        lines = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** What a command says that succeeds. */
    String said(String... command) throws IOException {
        var words = new ArrayList<>(List.of(command));
        words.add("--data=" + data);
        lines.println(String.join("\t", words));
        var said = new StringBuilder();
        var line = answers.readLine();
        while (line != null && !line.startsWith(CommandSession.ENDED)) {
            said.append(line).append('\n');
            line = answers.readLine();
        }
        assertThat(line).as("%s: %s", words, said).isEqualTo(CommandSession.ENDED + 0);
        return said.toString().strip();
    }

    @Override
    public void close() {
        lines.close();
        process.destroy();
    }
}
