package io.rollbook.standalone.command;

import io.rollbook.embedded.Folders;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.run.Rehearsal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** What the launcher runs to make the AOT cache. */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Starts on a temporary folder, does a little of everything, stops.")
public final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        var place = Folders.temporary("rollbook-rehearsal-");
        var folder = new DataFolder(place);
        // First: whatever has a logger asks where lines go, and the cache is to know what a start
        // has.
        Logging.into(folder.log());
        var rehearsal = new Rehearsal(folder);
        // However it ends: its PostgreSQL would outlive it, and nobody would know of it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clean(rehearsal, place), "stop"));
        readArguments(place);
        rehearsal.run();
        return 0;
    }

    private static void clean(Rehearsal rehearsal, Path place) {
        rehearsal.close();
        Folders.delete(place);
    }

    /** As a start does, which has an option. */
    private static void readArguments(Path place) {
        new CommandLine(new UpCommand()).parseArgs("--data", place.toString());
    }
}
