package io.rollbook.embedded.postgres;

import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.FolderLock;
import io.rollbook.embedded.Folders;
import io.rollbook.embedded.OwnedDatabase;
import io.rollbook.embedded.Ports;
import io.rollbook.embedded.StartFailure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/**
 * A PostgreSQL 18 server that this process starts and stops; durable settings, passwords always,
 * reachable from this machine only. When this process is killed the server lives on; the next start
 * on the same folder stops it in order and starts its own. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The database of the services. */
    public static final String DATABASE = "rollbook";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";

    private final Path folder;
    private final boolean temporary;
    private final FolderLock lock;
    private final Passwords passwords;
    private final PostgresPrograms programs;
    private final int port;
    private boolean running;

    private EmbeddedPostgres(Path folder, boolean temporary, int port) {
        this.folder = folder;
        this.temporary = temporary;
        this.lock = FolderLock.take(folder);
        this.passwords = new Passwords(folder.resolve("passwords"));
        try {
            this.programs =
                    new PostgresPrograms(
                            PostgresBinaries.unpackInto(temporary ? SharedFolder.get() : folder),
                            folder.resolve("postgres.log"));
            initialise();
            stopOrphan();
            this.port = Ports.claim(port, "PostgreSQL");
            resume();
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts on a folder that keeps the data from run to run.
     *
     * @param port 0 for any free one
     * @throws StartFailure when the folder is in use or the port taken
     */
    public static EmbeddedPostgres startPersistent(Path folder, int port) {
        return new EmbeddedPostgres(folder.toAbsolutePath(), false, port);
    }

    /** Starts an empty server whose data is deleted at {@link #close()}. */
    public static EmbeddedPostgres startTemporary() {
        return new EmbeddedPostgres(Folders.temporary("rollbook-postgres-"), true, 0);
    }

    public int port() {
        return port;
    }

    /** For what an operator does; services get {@link #createServiceRole(String)}. */
    public DatabaseAccess superuser() {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + SUPERUSER,
                SUPERUSER,
                passwords.of(SUPERUSER));
    }

    /** {@link #createServiceRole(String, String)} in the database {@value #DATABASE}. */
    public DatabaseAccess createServiceRole(String name) {
        return createServiceRole(DATABASE, name);
    }

    /**
     * Makes, when missing, the database, a login role and a schema of the role's name, where it may
     * make tables and which it finds first. The schema belongs to a role without login, {@code
     * name_tables}, that the login may {@code SET ROLE} to and does not inherit. The role {@code
     * rollbook_core} may also {@code SET ROLE rollbook_core_relay}. Roles belong to the server,
     * schemas to the database.
     */
    public synchronized DatabaseAccess createServiceRole(String database, String name) {
        try {
            return new ServiceRoles(superuser(), passwords).create(database, name);
        } catch (SQLException e) {
            throw new StartFailure("The database role " + name + " cannot be made: " + e, e);
        }
    }

    /**
     * Like {@link #createServiceRole(String, String)}, but the schema and what is in it belong to a
     * second login role, {@code name_owner}.
     */
    public synchronized OwnedDatabase createOwnedSchema(String database, String name) {
        try {
            return new ServiceRoles(superuser(), passwords).createOwned(database, name);
        } catch (SQLException e) {
            throw new StartFailure("The database role " + name + " cannot be made: " + e, e);
        }
    }

    /** Stops the server and keeps its data and port: PostgreSQL is away until {@link #resume()}. */
    public synchronized void pause() {
        if (running) {
            programs.stop(data());
            running = false;
        }
    }

    public synchronized void resume() {
        if (!running) {
            ServerSettings.write(
                    data(),
                    port,
                    temporary ? ServerSettings.LEAST_BUFFERS : ServerSettings.buffers());
            programs.start(data());
            running = true;
        }
    }

    /** Stops the server; all that was committed is on disk, unless the data is temporary. */
    @Override
    public synchronized void close() {
        if (temporary && running) {
            programs.abandon(data());
            running = false;
        }
        pause();
        lock.close();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void initialise() {
        if (Files.isDirectory(data())) {
            return;
        }
        passwords.of(SUPERUSER);
        // Renamed when complete, so that a kill in the middle cannot leave half a cluster in use.
        var partial = folder.resolve("data.new");
        Folders.delete(partial);
        programs.initialise(partial, passwords.fileOf(SUPERUSER));
        try {
            Files.move(partial, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopOrphan() {
        var orphan = Postmaster.runningOn(data());
        if (orphan.isPresent()) {
            LOG.warn(
                    "PostgreSQL (process {}) was left running by an earlier process that was"
                            + " killed; stopping it in order.",
                    orphan.get().pid());
            programs.stop(data());
        }
    }
}
