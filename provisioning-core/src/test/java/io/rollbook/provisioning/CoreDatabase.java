package io.rollbook.provisioning;

import com.zaxxer.hikari.HikariDataSource;

import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.embedded.postgres.EmbeddedPostgres;
import io.rollbook.provisioning.store.CoreSchema;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;

/** A migrated database of its own for a test class. */
public final class CoreDatabase implements AutoCloseable {

    private final DatabaseAccess access;
    private final HikariDataSource pool = new HikariDataSource();

    public CoreDatabase(String name) {
        this(EmbeddedServices.shared().postgres(), name);
    }

    public CoreDatabase(EmbeddedPostgres server, String name) {
        access = server.createServiceRole(name, "rollbook_core");
        pool.setJdbcUrl(access.jdbcUrl());
        pool.setUsername(access.user());
        pool.setPassword(access.password());
        pool.setMaximumPoolSize(10);
        pool.setConnectionTimeout(10_000);
        CoreSchema.migrate(access.jdbcUrl(), access.user(), access.password());
    }

    public HikariDataSource pool() {
        return pool;
    }

    public DatabaseAccess access() {
        return access;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(pool);
    }

    /** Runs the work as the given tenant. */
    public <T> T inTenant(String tenant, Supplier<T> work) {
        return new TransactionTemplate(transactions())
                .execute(
                        status -> {
                            jdbc().sql("select set_config('rollbook.tenant', ?, true)")
                                    .param(tenant)
                                    .query(String.class)
                                    .single();
                            return work.get();
                        });
    }

    /** A connection outside of the pool. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }

    @Override
    public void close() {
        pool.close();
    }
}
