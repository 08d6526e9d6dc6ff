package io.rollbook.provisioning;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;

import io.micrometer.core.instrument.MeterRegistry;
import io.rollbook.link.turn.Turns;
import io.rollbook.provisioning.settings.CoreProperties;
import io.rollbook.provisioning.store.CoreSchema;
import io.rollbook.provisioning.store.DatabaseSettings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

/** The pool that commands and questions run on, on a schema that is migrated and safely set. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int IDLE_CONNECTIONS = 2;
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(3);

    /** Says that the schema is what this program needs. */
    record MigratedSchema() {}

    /** Migrations are not bound by the time limits of requests. */
    @Bean
    MigratedSchema migratedSchema(CoreProperties properties) throws SQLException {
        var database = properties.database();
        // One connection for all questions.
        var login =
                new SingleConnectionDataSource(
                        database.url(), database.user(), database.secret(), true);
        try {
            DatabaseSettings.requireSafe(JdbcClient.create(login));
            CoreSchema.bring(login, database.url(), database.user(), database.secret());
            DatabaseSettings.requireNoOwnership(JdbcClient.create(login));
        } finally {
            login.destroy();
        }
        return new MigratedSchema();
    }

    @Bean
    HikariDataSource dataSource(
            CoreProperties properties,
            MigratedSchema migrated,
            ObjectProvider<MeterRegistry> registry) {
        var database = properties.database();
        var pool = new HikariConfig();
        pool.setPoolName("rollbook-core");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.secret());
        pool.setMaximumPoolSize(database.connections());
        // More when they are needed: each that is opened for nothing delays the start.
        pool.setMinimumIdle(Math.min(IDLE_CONNECTIONS, database.connections()));
        pool.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        registry.ifAvailable(
                meters ->
                        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters)));
        pool.addDataSourceProperty("ApplicationName", "rollbook-core");
        pool.addDataSourceProperty("options", sessionSettings(database));
        return new HikariDataSource(pool);
    }

    /** Of writes: more of them at once would wait for a connection, in no tenant's turn. */
    @Bean
    Turns turns(CoreProperties properties, ObjectProvider<MeterRegistry> registry) {
        var database = properties.database();
        var turns = Turns.of(database.writesAtOnce(), database.connections());
        registry.ifAvailable(
                meters -> meters.gauge("rollbook.writes.waiting", turns, Turns::waiting));
        return turns;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    JdbcClient jdbcClient(DataSource database) {
        return JdbcClient.create(database);
    }

    private static String sessionSettings(CoreProperties.Database database) {
        return "-c transaction_timeout=%d -c lock_timeout=%d"
                .formatted(
                        database.transactionTimeout().toMillis(),
                        database.lockTimeout().toMillis());
    }
}
