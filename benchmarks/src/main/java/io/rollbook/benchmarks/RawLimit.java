package io.rollbook.benchmarks;

import org.HdrHistogram.Histogram;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * What the same PostgreSQL does with nothing in front of it: one transaction per user that inserts
 * an event row and a register row and commits, with the durability that the product runs with.
 */
final class RawLimit {

    private static final String TABLES =
            """
            create schema if not exists raw_limit;
            create table if not exists raw_limit.event (
              txid xid8 not null default pg_current_xact_id(),
              position bigserial primary key,
              aggregate text not null, sequence bigint not null, id text not null unique,
              metadata bytea not null, payload bytea not null, name text not null,
              unique (aggregate, sequence));
            create table if not exists raw_limit.register (
              tenant text not null, user_name text not null, id text not null,
              primary key (tenant, user_name))
            """;
    private static final String EVENT =
            "insert into raw_limit.event(aggregate, sequence, id, metadata, payload, name)"
                    + " values (?, 0, ?, ?, ?, 'user.created')";
    private static final String REGISTER =
            "insert into raw_limit.register(tenant, user_name, id) values ('t', ?, ?)";
    private static final byte[] PAYLOAD = "x".repeat(700).getBytes(StandardCharsets.UTF_8);
    private static final byte[] METADATA = "x".repeat(300).getBytes(StandardCharsets.UTF_8);

    private final String jdbcUrl;

    RawLimit(String jdbcUrl) throws SQLException {
        this.jdbcUrl = jdbcUrl;
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    Measurement run(int connections, Duration time) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        var workers = new ArrayList<Callable<Histogram>>();
        for (int i = 0; i < connections; i++) {
            workers.add(() -> insertUntil(end));
        }
        var latencies = new Histogram(60_000_000L, 3);
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (var result : threads.invokeAll(workers)) {
                latencies.add(result.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measurement("raw insert + commit", connections, seconds, latencies, 0, 0);
    }

    private Histogram insertUntil(long end) throws SQLException {
        var latencies = new Histogram(60_000_000L, 3);
        try (var connection = DriverManager.getConnection(jdbcUrl)) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                long sent = System.nanoTime();
                insertOne(connection);
                latencies.recordValue((System.nanoTime() - sent) / 1_000);
            }
        }
        return latencies;
    }

    private static void insertOne(Connection connection) throws SQLException {
        var id = UUID.randomUUID().toString();
        try (var event = connection.prepareStatement(EVENT);
                var register = connection.prepareStatement(REGISTER)) {
            register.setString(1, "person." + id);
            register.setString(2, id);
            register.executeUpdate();
            event.setString(1, id);
            event.setString(2, UUID.randomUUID().toString());
            event.setBytes(3, METADATA);
            event.setBytes(4, PAYLOAD);
            event.executeUpdate();
        }
        connection.commit();
    }
}
