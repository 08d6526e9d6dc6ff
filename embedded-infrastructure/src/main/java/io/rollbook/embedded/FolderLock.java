package io.rollbook.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One process at a time uses a folder. The operating system frees the lock when the process ends,
 * however it ends.
 */
public final class FolderLock implements AutoCloseable {

    private static final String FILE = ".lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws StartFailure when another process, or another part of this one, holds it
     */
    public static FolderLock take(Path folder) {
        try {
            var channel =
                    FileChannel.open(
                            Folders.owned(folder).resolve(FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new FolderLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new StartFailure("The folder " + folder + " cannot be locked: " + e, e);
        }
        throw new StartFailure(
                "The folder "
                        + folder
                        + " is in use by another running Rollbook; stop it or choose another"
                        + " folder.");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
