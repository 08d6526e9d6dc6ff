package io.rollbook.embedded;

import io.rollbook.embedded.kafka.EmbeddedKafka;
import io.rollbook.embedded.postgres.EmbeddedPostgres;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** PostgreSQL and Kafka together, started side by side. */
public record EmbeddedServices(EmbeddedPostgres postgres, EmbeddedKafka kafka)
        implements AutoCloseable {

    /**
     * One temporary pair for the whole process, for integration tests: started at the first call,
     * stopped when the process ends. Take an own database and own topics, and leave the servers
     * running: a test that pauses one uses {@link #startTemporary()}.
     */
    public static EmbeddedServices shared() {
        return Shared.SERVICES;
    }

    public static EmbeddedServices startTemporary() {
        return start(EmbeddedPostgres::startTemporary, EmbeddedKafka::startTemporary);
    }

    /**
     * @throws StartFailure when one of them fails; the other is stopped
     */
    public static EmbeddedServices start(
            Supplier<EmbeddedPostgres> postgres, Supplier<EmbeddedKafka> kafka) {
        var database = CompletableFuture.supplyAsync(postgres);
        try {
            var broker = kafka.get();
            return new EmbeddedServices(join(database, broker), broker);
        } catch (RuntimeException e) {
            database.thenAccept(EmbeddedPostgres::close).exceptionally(alsoFailed -> null).join();
            throw e;
        }
    }

    private static EmbeddedPostgres join(
            CompletableFuture<EmbeddedPostgres> database, EmbeddedKafka broker) {
        try {
            return database.join();
        } catch (CompletionException e) {
            broker.close();
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }

    /** Stops Kafka, then PostgreSQL. */
    @Override
    public void close() {
        try (postgres) {
            kafka.close();
        }
    }

    private static final class Shared {

        private static final EmbeddedServices SERVICES = startTemporary();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVICES::close, "embedded-services"));
        }
    }
}
