package io.rollbook.audit.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;

import io.micrometer.core.instrument.MeterRegistry;
import io.rollbook.scim.seam.Unavailable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Optional;
import java.util.function.Function;

/** The database of the log. Thread-safe. */
public final class LogDatabase implements AutoCloseable {

    /** Ends what hangs: a statement, or a transaction whose process has stopped. */
    private static final String TIMEOUTS =
            "-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s -c timezone=UTC"
                    // A page's plan depends on how many entries a value has.
                    + " -c plan_cache_mode=force_custom_plan"
                    // To begin others takes longer than a page does.
                    + " -c max_parallel_workers_per_gather=0"
                    // Reading is what is done most; asked for by each, it takes three more turns.
                    + " -c default_transaction_isolation=repeatable\\ read";

    /** A reader is gone before this; and what takes as long keeps others from reading. */
    private static final int MOST_SECONDS = 10;

    /** How many connections there are at most. */
    public static final int POOL_SIZE = 8;

    private static final long CONNECT_TIMEOUT_MILLIS = 2_000;

    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    private LogDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
        var transactions = new JdbcTransactionManager(pool);
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        // An entry is put together from several tables, which are of one moment by the pool's
        // default.
        reading.setReadOnly(true);
    }

    /** Connects with the role that may add to the log, and not change it. */
    public static LogDatabase open(String url, String user, String password) {
        var config = new HikariConfig();
        config.setPoolName("rollbook-audit");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "rollbook-audit");
        config.addDataSourceProperty("options", TIMEOUTS);
        // A detail of an error shows the row.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new LogDatabase(new HikariDataSource(config));
    }

    /** From now on the registry shows how many connections are used and waited for. */
    public void watch(MeterRegistry meters) {
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    }

    /**
     * Why the role of this connection must not serve, if it must not: it could change entries, or
     * it does not find the tables.
     */
    public Optional<String> unsafeBecause() {
        return Optional.ofNullable(
                jdbc.queryForObject(
                        """
                        select case
                            when to_regclass('chain_link') is null then
                                'The tables of the log are not there: set'
                                || ' rollbook.audit.database.owner, or migrate them first.'
                            when has_table_privilege('entry_event', 'UPDATE')
                                or has_table_privilege('entry_event', 'DELETE')
                                or has_table_privilege('entry_event', 'TRUNCATE') then
                                'The role of the log can change entries: let'
                                || ' rollbook.audit.database.owner own the tables.'
                            when exists (
                                    select from pg_roles
                                    where rolname = current_user and rolbypassrls) then
                                'The role of the log sees the rows of all tenants: use one without'
                                || ' BYPASSRLS.'
                        end
                        """,
                        String.class));
    }

    /** Runs in one transaction; see {@link TenantScope}. */
    public <T> T write(Function<JdbcTemplate, T> work) {
        return writing.execute(status -> work.apply(jdbc));
    }

    /**
     * Runs in one transaction that writes what the topics say, and up to where. Its end is not
     * waited for until it is on the disk: what a crash takes is read again from where it was then.
     * Whatever is written later is on the disk later, too.
     */
    public <T> T derive(Function<JdbcTemplate, T> work) {
        return write(
                transaction -> {
                    transaction.execute("set local synchronous_commit = off");
                    return work.apply(transaction);
                });
    }

    /**
     * Reads the rows of one tenant as they were at one moment; of the same one where it is called
     * within another of its own works.
     *
     * @throws QueryTimeoutException when a statement takes more than {@value #MOST_SECONDS} s
     * @throws Unavailable when the database can't be reached
     */
    public <T> T read(String tenant, Function<JdbcTemplate, T> work) {
        try {
            return reading.execute(
                    status -> {
                        TenantScope.enter(jdbc, tenant, MOST_SECONDS);
                        return work.apply(jdbc);
                    });
        } catch (QueryTimeoutException tooMuch) {
            throw tooMuch;
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | TransactionException away) {
            throw new Unavailable("The log's database is away", away);
        }
    }

    /** Whether the database answers. */
    public boolean answers() {
        try {
            jdbc.execute("select 1");
            return true;
        } catch (DataAccessException away) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
