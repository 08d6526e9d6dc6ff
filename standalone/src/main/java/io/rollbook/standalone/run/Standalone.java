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
import org.springframework.context.ConfigurableApplicationContext;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * All of Rollbook in this process. Thread-safe: {@link #close()} may come from another thread, in
 * the middle of a start too.
 */
public final class Standalone implements AutoCloseable {

    private static final String NOT_STARTED = "not started";

    private final StartOptions options;
    private final Stack stack = new Stack();
    private final Opening opening = new Opening();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable EmbeddedServices servers;
    private @Nullable KnownTenants tenants;
    private @Nullable Starting<ConfigurableApplicationContext> log;

    public Standalone(StartOptions options) {
        this.options = options;
    }

    /**
     * Returns when SCIM requests will succeed. The log begins to start then, see {@link
     * #awaitLog()}.
     *
     * @throws StartFailure when it cannot start; nothing is left running
     */
    public RunningInstance start() {
        return start(Function.identity());
    }

    /**
     * @param beforeReady what readiness has to wait for; requests succeed already
     * @return what that has made
     * @throws StartFailure when it cannot start; nothing is left running
     */
    public <T> T start(Function<RunningInstance, T> beforeReady) {
        try {
            var made = beforeReady.apply(startAll());
            opening.open();
            Objects.requireNonNull(log, NOT_STARTED).begin();
            return made;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Returns when the log can be asked, too.
     *
     * @throws StartFailure when it cannot start; nothing is left running
     */
    public void awaitLog() {
        try {
            Objects.requireNonNull(log, NOT_STARTED).get();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Waits until somebody closes it.
     *
     * @throws StartFailure when the log cannot start; nothing is left running
     */
    public void awaitStop() throws InterruptedException {
        awaitLog();
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

    /** Whether a started instance has been given a tenant ever. */
    public boolean hasTenants() {
        return !Objects.requireNonNull(tenants, NOT_STARTED).none();
    }

    /** PostgreSQL and Kafka of a started instance, for tests that take one away. */
    EmbeddedServices servers() {
        return Objects.requireNonNull(servers, NOT_STARTED);
    }

    private RunningInstance startAll() {
        var folder = options.folder();
        stack.start(() -> FolderLock.take(folder.path()));
        var port = Ports.claim(options.port(), "HTTP");
        // Asked again when it is used; here, so that no database is made for nothing.
        var kafkaPort = Ports.claim(options.kafkaPort(), "Kafka");
        var starting = startServers(kafkaPort);
        folder.adminSecretOrNew();
        var postgres = starting.postgres().get();
        var services = new Services(stack, postgres, starting.kafka(), kafkaPort);
        tenants = services.start(options, port, opening);
        log = services.log();
        var kafka = starting.kafka().get();
        servers = new EmbeddedServices(postgres, kafka);
        var instance =
                new RunningInstance(
                        port,
                        kafka.bootstrapServers(),
                        postgres.port(),
                        ProcessHandle.current().pid(),
                        options.tls().map(TlsFiles::certificate));
        stack.start(
                () -> {
                    instance.writeTo(folder);
                    return () -> RunningInstance.removeFrom(folder);
                });
        return instance;
    }

    /** Side by side; on the way back Kafka stops before PostgreSQL. */
    private StartingServers startServers(int kafkaPort) {
        var folder = options.folder();
        var postgres =
                stack.start(
                        () ->
                                Starting.begin(
                                        "postgres",
                                        () ->
                                                EmbeddedPostgres.startPersistent(
                                                        folder.postgres(),
                                                        options.postgresPort())));
        var kafka =
                stack.start(
                        () ->
                                Starting.begin(
                                        "kafka",
                                        () ->
                                                EmbeddedKafka.startPersistent(
                                                        folder.kafka(), kafkaPort)));
        return new StartingServers(postgres, kafka);
    }

    private record StartingServers(
            Starting<EmbeddedPostgres> postgres, Starting<EmbeddedKafka> kafka) {}
}
