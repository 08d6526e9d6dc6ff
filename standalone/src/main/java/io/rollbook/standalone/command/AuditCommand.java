package io.rollbook.standalone.command;

import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;
import io.rollbook.verify.AuditVerify;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** What proves the provisioning log. */
@Command(
        name = "audit",
        description = "Checks exports of the provisioning log, and changes the key that signs it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "verify|change-key")
public final class AuditCommand {

    /** Needs no running Rollbook, and asks none. */
    @Command(
            name = "verify",
            description = "Checks an export offline, and names the first entry that was altered.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit status:%n",
            exitCodeList = {
                "0:unaltered and complete",
                "1:altered",
                "2:not an export, or wrong options"
            })
    int verify(
            @Option(
                            names = "--export",
                            paramLabel = "DIR",
                            required = true,
                            description = "The export: a folder, or the ZIP archive.")
                    Path export,
            @Option(
                            names = "--key",
                            paramLabel = "FILE",
                            description = "The public key (PEM) that you trust.")
                    @Nullable Path key,
            @Option(
                            names = "--checkpoints",
                            paramLabel = "DIR",
                            description = "Checkpoints that were kept elsewhere.")
                    @Nullable Path checkpoints) {
        return AuditVerify.run(export, key, checkpoints, System.out, System.err);
    }

    @Command(
            name = "change-key",
            description = "Has the log signed with a new key from the next start on.",
            mixinStandardHelpOptions = true)
    int changeKey(
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            defaultValue = "data",
                            description = "The data folder (default: ${DEFAULT-VALUE}).")
                    Path data) {
        var folder = new DataFolder(data);
        if (RunningInstance.of(folder).isPresent()) {
            throw new Refusal("Stop Rollbook first: the key is read at its start.");
        }
        if (folder.adminSecret().isEmpty()) {
            throw new Refusal("No Rollbook was started on the folder " + folder.path() + " yet.");
        }
        folder.changeSigningKey();
        Terminal.say("The next start signs with a new key, and the old key vouches for it.");
        return 0;
    }
}
