package io.rollbook.audit.integrity.custody;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.TenantScope;
import io.rollbook.audit.document.DocumentJson;
import io.rollbook.audit.integrity.chain.Chains;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.scim.seam.Unavailable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Writes and reads the custody stream. Thread-safe. */
public final class Custody {

    private static final int FORM = 1;

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('custody/' || ?, 0))";
    private static final String INSERT =
            "insert into custody_entry (tenant, number, at, document) values (?, ?, ?, ?)";
    private static final String PAGE =
            """
            select number, document from custody_entry
            where tenant = ? and number < ? order by number desc limit ?
            """;

    private final LogDatabase database;
    private final InstantSource clock;

    public Custody(LogDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An entry of the stream.
     *
     * @param document canonical JSON
     */
    public record Recorded(long number, String document) {}

    /**
     * Stores what was done, chained, before its result may be shown.
     *
     * @throws Unavailable when it cannot be stored
     */
    public void record(String tenant, Act act) {
        try {
            database.write(
                    transaction -> {
                        TenantScope.enter(transaction, tenant);
                        return record(transaction, tenant, act);
                    });
        } catch (DataAccessException | TransactionException e) {
            throw new Unavailable("What is done with the log cannot be recorded", e);
        }
    }

    /** The same within a transaction that reaches the tenant. */
    public long record(JdbcTemplate transaction, String tenant, Act act) {
        transaction.query(LOCK, row -> {}, tenant);
        var chains = Chains.read(transaction, tenant);
        var chain = chains.of(LogStream.CUSTODY);
        long number = chain.size() + 1;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var document = new HashMap<String, Object>(act.details());
        document.put("form", FORM);
        document.put("tenant", tenant);
        document.put("number", number);
        document.put("time", now.toString());
        document.put("act", act.kind().name().toLowerCase(Locale.ROOT));
        document.put("actor", act.actor());
        if (act.requestId() != null) {
            document.put("requestId", act.requestId());
        }
        var text = DocumentJson.of(document);
        chain.append(number, text);
        transaction.update(INSERT, tenant, number, now.atOffset(ZoneOffset.UTC), text);
        chains.save();
        return number;
    }

    /** Newest first, from below a number. */
    public List<Recorded> before(String tenant, long number, int count) {
        return database.read(
                tenant,
                transaction ->
                        transaction.query(
                                PAGE,
                                (row, index) -> new Recorded(row.getLong(1), row.getString(2)),
                                tenant,
                                number,
                                count));
    }
}
