package io.rollbook.projections.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;

import io.micrometer.core.instrument.MeterRegistry;

import java.time.Duration;

/** The two pools: reads cannot take the connections of the feed, nor the feed those of reads. */
public final class ConnectionPools {

    private static final int FEED_AND_REBUILD = 3;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration LONGEST_BATCH = Duration.ofMinutes(2);

    private ConnectionPools() {}

    /**
     * @param timeout after which a question is given up
     */
    public static HikariDataSource reads(DatabaseLogin login, int connections, Duration timeout) {
        var config = common(login, "projections-reads");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.addDataSourceProperty(
                "options",
                "-c default_transaction_read_only=on -c statement_timeout=" + timeout.toMillis());
        return new HikariDataSource(config);
    }

    public static HikariDataSource feed(DatabaseLogin login) {
        var config = common(login, "projections-feed");
        config.setMaximumPoolSize(FEED_AND_REBUILD);
        config.setMinimumIdle(1);
        config.addDataSourceProperty(
                "options", "-c idle_in_transaction_session_timeout=" + LONGEST_BATCH.toMillis());
        return new HikariDataSource(config);
    }

    /** Shows how many connections are used and waited for. */
    public static HikariDataSource watched(HikariDataSource pool, MeterRegistry meters) {
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        return pool;
    }

    private static HikariConfig common(DatabaseLogin login, String name) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setConnectionTimeout(CONNECT.toMillis());
        // Present at the start or not: the feed tries until it is.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // Details of errors quote values.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return config;
    }
}
