package io.rollbook.standalone.e2e;

import io.rollbook.embedded.Folders;
import io.rollbook.standalone.admin.Administration;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;
import io.rollbook.standalone.run.Standalone;
import io.rollbook.standalone.run.StartOptions;

import java.util.UUID;

/** One standalone Rollbook for all tests of this process, on a temporary folder and free ports. */
public record RunningRollbook(DataFolder folder, RunningInstance instance, Administration admin) {

    public static RunningRollbook shared() {
        return Shared.ROLLBOOK;
    }

    /** A tenant that no other test uses. */
    public TestTenant newTenant() {
        var tenant = admin.createTenant("tenant-" + UUID.randomUUID());
        return new TestTenant(this, tenant);
    }

    private static final class Shared {

        private static final RunningRollbook ROLLBOOK = start();

        private static RunningRollbook start() {
            var path = Folders.temporary("rollbook-e2e-");
            var folder = new DataFolder(path);
            var standalone = new Standalone(new StartOptions(folder, 0, 0, 0));
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        standalone.close();
                                        Folders.delete(path);
                                    },
                                    "stop"));
            var instance = standalone.start();
            return new RunningRollbook(folder, instance, standalone.administration(instance));
        }
    }
}
