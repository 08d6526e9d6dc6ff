package io.rollbook.standalone.command;

import io.rollbook.standalone.run.Rehearsal;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/** What the launcher runs to make the AOT cache. */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Starts on a temporary folder, does a little of everything, stops.")
public final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Rehearsal.run();
        return 0;
    }
}
