package io.rollbook.standalone.command;

import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.admin.Administration;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which running Rollbook a command talks to. */
final class InstanceOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The data folder of the running Rollbook (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Its HTTP port (default: what the data folder says).")
    private @Nullable Integer port;

    RunningInstance running() {
        return RunningInstance.of(folder())
                .orElseThrow(
                        () ->
                                new Refusal(
                                        "No Rollbook runs on the folder "
                                                + folder().path()
                                                + "; start one: rollbook up"));
    }

    Administration administration() {
        var secret =
                folder().adminSecret()
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                "No Rollbook was started on the folder "
                                                        + folder().path()
                                                        + " yet; name another one with --data."));
        return port == null
                ? Administration.of(running(), secret)
                : new Administration(port, secret);
    }

    private DataFolder folder() {
        return new DataFolder(data);
    }
}
