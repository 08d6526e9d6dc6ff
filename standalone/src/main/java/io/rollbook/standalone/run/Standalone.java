package io.rollbook.standalone.run;

import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.embedded.FolderLock;
import io.rollbook.embedded.Ports;
import io.rollbook.embedded.StartFailure;
import io.rollbook.embedded.kafka.EmbeddedKafka;
import io.rollbook.embedded.postgres.EmbeddedPostgres;
import io.rollbook.standalone.admin.Administration;
import io.rollbook.standalone.folder.RunningInstance;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * All of Rollbook in this process. Thread-safe: {@link #close()} may come from another thread, in
 * the middle of a start too.
 */
public final class Standalone implements AutoCloseable {

    private final StartOptions options;
    private final Stack stack = new Stack();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable EmbeddedServices servers;

    public Standalone(StartOptions options) {
        this.options = options;
    }

    /**
     * Returns when SCIM requests will succeed.
     *
     * @throws StartFailure when it cannot start; nothing is left running
     */
    public RunningInstance start() {
        try {
            return startAll();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Waits until somebody closes it. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Stops the gateway, then the services, Kafka and PostgreSQL. */
    @Override
    public void close() {
        stack.close();
        stopped.countDown();
    }

    /** A client of the administration API of this instance. */
    public Administration administration(RunningInstance instance) {
        return Administration.of(instance, options.folder().adminSecretOrNew());
    }

    /** PostgreSQL and Kafka of a started instance, for tests that take one away. */
    EmbeddedServices servers() {
        return Objects.requireNonNull(servers, "not started");
    }

    private RunningInstance startAll() {
        var folder = options.folder();
        stack.start(() -> FolderLock.take(folder.path()));
        var port = Ports.claim(options.port(), "HTTP");
        // Asked again when it is used; here, so that no database is made for nothing.
        Ports.claim(options.kafkaPort(), "Kafka");
        var started = stack.start(this::startServers);
        servers = started;
        var instance =
                new RunningInstance(
                        port,
                        started.kafka().bootstrapServers(),
                        started.postgres().port(),
                        ProcessHandle.current().pid(),
                        options.tls().map(TlsFiles::certificate));
        folder.adminSecretOrNew();
        new Services(stack, started).start(options, port);
        stack.start(
                () -> {
                    instance.writeTo(folder);
                    return () -> RunningInstance.removeFrom(folder);
                });
        return instance;
    }

    private EmbeddedServices startServers() {
        var folder = options.folder();
        return EmbeddedServices.start(
                () -> EmbeddedPostgres.startPersistent(folder.postgres(), options.postgresPort()),
                () -> EmbeddedKafka.startPersistent(folder.kafka(), options.kafkaPort()));
    }
}
