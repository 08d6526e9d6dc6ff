package io.rollbook.audit.integrity.checkpoint;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.TenantScope;
import io.rollbook.audit.integrity.chain.Chain;
import io.rollbook.audit.integrity.chain.Chains;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.audit.integrity.chain.StoredTree;
import io.rollbook.audit.integrity.chain.TreeDamaged;
import io.rollbook.audit.integrity.key.SigningKeys;
import io.rollbook.verify.checkpoint.Checkpoint;
import io.rollbook.verify.checkpoint.StreamHead;
import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.merkle.MerkleTree;
import io.rollbook.verify.sign.SignedDocument;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes checkpoints and finds them. Thread-safe. */
public final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('checkpoint/' || ?, 0))";
    private static final String DUE =
            "insert into checkpoint_due (tenant) values (?) on conflict do nothing";
    private static final String DONE = "delete from checkpoint_due where tenant = ?";
    private static final String LAST =
            "select signed from checkpoint where tenant = ? order by number desc limit 1";
    private static final String ONE =
            "select signed from checkpoint where tenant = ? and number = ?";
    private static final String PAGE =
            """
            select signed from checkpoint
            where tenant = ? and number > ? order by number limit ?
            """;
    private static final String INSERT =
            "insert into checkpoint (tenant, number, made_at, signed) values (?, ?, ?, ?)";
    private static final String WAITING =
            "select tenant from checkpoint_due order by tenant limit ?";

    private final LogDatabase database;
    private final SigningKeys keys;
    private final CheckpointMetrics metrics;
    private final InstantSource clock;

    public Checkpoints(
            LogDatabase database,
            SigningKeys keys,
            CheckpointMetrics metrics,
            InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Tenants whose logs grew since their last checkpoint. */
    public List<String> waiting(int count) {
        return database.write(
                transaction -> {
                    TenantScope.enterListOfTenants(transaction);
                    return transaction.queryForList(WAITING, String.class, count);
                });
    }

    /**
     * Signs what the tenant's log is now, if it is not what the last checkpoint says. A log that is
     * not the continuation of what was signed last is not signed: it was altered, or is being built
     * anew.
     *
     * @return the tenant's last checkpoint then; empty when its log is empty
     */
    public Optional<SignedDocument> make(String tenant) {
        return database.write(
                transaction -> {
                    TenantScope.enter(transaction, tenant);
                    transaction.query(LOCK, row -> {}, tenant);
                    // First: what is added after this makes the checkpoint due again.
                    transaction.update(DONE, tenant);
                    return make(transaction, tenant);
                });
    }

    /** The next round takes the tenant again. */
    void again(String tenant) {
        database.write(
                transaction -> {
                    TenantScope.enter(transaction, tenant);
                    return transaction.update(DUE, tenant);
                });
    }

    private Optional<SignedDocument> make(JdbcTemplate transaction, String tenant) {
        var heads =
                Chains.read(transaction, tenant).all().stream()
                        .collect(Collectors.toMap(chain -> chain.stream().label(), Chain::head));
        var last = last(transaction, tenant);
        var before = last.map(Checkpoint::of);
        if (heads.isEmpty() || before.filter(one -> one.streams().equals(heads)).isPresent()) {
            return last;
        }
        if (before.isPresent() && !continues(transaction, tenant, before.get(), heads)) {
            return last;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var checkpoint =
                new Checkpoint(
                        tenant,
                        before.map(Checkpoint::number).orElse(0L) + 1,
                        now.toString(),
                        last.map(SignedDocument::hash).orElse(Hash.ZERO),
                        heads);
        var signed = SignedDocument.sign(checkpoint.document(), keys.current());
        transaction.update(
                INSERT, tenant, checkpoint.number(), now.atOffset(ZoneOffset.UTC), signed.json());
        return Optional.of(signed);
    }

    private boolean continues(
            JdbcTemplate transaction,
            String tenant,
            Checkpoint before,
            Map<String, StreamHead> heads) {
        for (var signed : before.streams().entrySet()) {
            var stream = LogStream.ofLabel(signed.getKey()).orElseThrow();
            long size = signed.getValue().size();
            var head = heads.get(stream.label());
            if (head == null || head.size() < size) {
                LOG.warn(
                        "The log of tenant {} is shorter than checkpoint {} says: it is being built"
                                + " anew, or entries were lost. Nothing is signed.",
                        tenant,
                        before.number());
                metrics.shorter();
                return false;
            }
            if (!hasRoot(new StoredTree(transaction, tenant, stream), signed.getValue())) {
                LOG.error(
                        "The log of tenant {} is not the one that checkpoint {} signed: {} was"
                                + " altered. Nothing is signed.",
                        tenant,
                        before.number(),
                        stream.label());
                metrics.altered();
                return false;
            }
        }
        return true;
    }

    private static boolean hasRoot(StoredTree tree, StreamHead signed) {
        try {
            return new MerkleTree(tree).root(signed.size()).equals(signed.root());
        } catch (TreeDamaged e) {
            return false;
        }
    }

    /** The last one of the tenant that the transaction reaches. */
    public static Optional<SignedDocument> last(JdbcTemplate transaction, String tenant) {
        return transaction.query(LAST, (row, index) -> read(row.getString(1)), tenant).stream()
                .findFirst();
    }

    /** The one of the number. */
    public static Optional<SignedDocument> one(
            JdbcTemplate transaction, String tenant, long number) {
        return transaction
                .query(ONE, (row, index) -> read(row.getString(1)), tenant, number)
                .stream()
                .findFirst();
    }

    /** Those after a number, oldest first. */
    public static List<SignedDocument> after(
            JdbcTemplate transaction, String tenant, long number, int count) {
        return transaction.query(
                PAGE, (row, index) -> read(row.getString(1)), tenant, number, count);
    }

    private static SignedDocument read(String json) {
        return SignedDocument.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
