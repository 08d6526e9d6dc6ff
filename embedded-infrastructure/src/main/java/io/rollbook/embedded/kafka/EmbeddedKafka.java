package io.rollbook.embedded.kafka;

import io.rollbook.embedded.FolderLock;
import io.rollbook.embedded.Folders;
import io.rollbook.embedded.Ports;
import io.rollbook.embedded.StartFailure;

import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The real Kafka broker inside this process, reachable from this machine only. Topics are never
 * made by themselves. Thread-safe.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private final Path folder;
    private final boolean temporary;
    private final FolderLock lock;
    private final int port;
    private @Nullable KafkaRaftServer server;

    private EmbeddedKafka(Path folder, boolean temporary, int port) {
        this.folder = folder;
        this.temporary = temporary;
        this.lock = FolderLock.take(folder);
        try {
            this.port = Ports.claim(port, "Kafka");
            formatOnce();
            resume();
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts on a folder that keeps the topics from run to run.
     *
     * @param port 0 for any free one
     * @throws StartFailure when the folder is in use or the port taken
     */
    public static EmbeddedKafka startPersistent(Path folder, int port) {
        return new EmbeddedKafka(folder.toAbsolutePath(), false, port);
    }

    /** Starts an empty broker whose data is deleted at {@link #close()}. */
    public static EmbeddedKafka startTemporary() {
        return new EmbeddedKafka(Folders.temporary("rollbook-kafka-"), true, 0);
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return bootstrapServers(port);
    }

    /** Where a broker on this port will be reached. */
    public static String bootstrapServers(int port) {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker and keeps its data and port: Kafka is away until {@link #resume()}. */
    public synchronized void pause() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    public synchronized void resume() {
        if (server != null) {
            return;
        }
        var starting = onFolder();
        try {
            starting.startup();
            server = starting;
        } catch (RuntimeException e) {
            // Its threads would keep the process alive.
            starting.shutdown();
            throw notStarted(e);
        }
    }

    private KafkaRaftServer onFolder() {
        try {
            return new KafkaRaftServer(BrokerSettings.of(logs(), port, Ports.free()), Time.SYSTEM);
        } catch (RuntimeException e) {
            throw notStarted(e);
        }
    }

    private static StartFailure notStarted(RuntimeException cause) {
        return new StartFailure("Kafka did not start: " + cause.getMessage(), cause);
    }

    @Override
    public synchronized void close() {
        pause();
        lock.close();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    private void formatOnce() {
        if (Files.exists(logs().resolve("meta.properties"))) {
            return;
        }
        var formatter = new Formatter();
        formatter.setClusterId(Uuid.randomUuid().toString());
        formatter.setNodeId(BrokerSettings.NODE);
        formatter.setDirectories(List.of(logs().toString()));
        formatter.setMetadataLogDirectory(logs().toString());
        formatter.setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER);
        formatter.setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            formatter.run();
        } catch (Exception e) {
            throw new StartFailure("Kafka's folder " + folder + " cannot be prepared: " + e, e);
        }
    }
}
