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
        try {
            var folder = new DataFolder(place);
            Logging.into(folder.log());
            readArguments(place);
            Rehearsal.run(folder);
        } finally {
            Folders.delete(place);
        }
        return 0;
    }

    /** As a start does, which has an option. */
    private static void readArguments(Path place) {
        new CommandLine(new UpCommand()).parseArgs("--data", place.toString());
    }
}
