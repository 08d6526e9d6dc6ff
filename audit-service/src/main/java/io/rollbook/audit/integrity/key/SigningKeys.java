package io.rollbook.audit.integrity.key;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.verify.sign.KeyAnnouncement;
import io.rollbook.verify.sign.SigningKey;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The key in use, and the announcements of all that were. */
public final class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private static final String LOCK = "select pg_advisory_xact_lock(7021806735012454003)";
    private static final String ALL = "select announcement from signing_key order by number";
    private static final String INSERT =
            "insert into signing_key (id, announced_at, announcement) values (?, ?, ?)";

    private final SigningKey current;

    private SigningKeys(SigningKey current) {
        this.current = current;
    }

    /**
     * Announces the key when it is a new one.
     *
     * @param previous the key that was in use before, if it changes now and is still at hand
     */
    public static SigningKeys use(
            LogDatabase database, SigningKey current, @Nullable SigningKey previous, Instant now) {
        database.write(
                transaction -> {
                    transaction.query(LOCK, row -> {});
                    announceIfNew(transaction, current, previous, now);
                    return current;
                });
        return new SigningKeys(current);
    }

    private static void announceIfNew(
            JdbcTemplate transaction,
            SigningKey current,
            @Nullable SigningKey previous,
            Instant now) {
        var known = announcements(transaction);
        if (known.stream().anyMatch(one -> one.key().equals(current.verifying()))) {
            return;
        }
        boolean follows =
                previous != null
                        && !known.isEmpty()
                        && known.getLast().key().equals(previous.verifying());
        if (!known.isEmpty() && !follows) {
            LOG.warn(
                    "The signing key changed, and the key before it does not vouch for it: auditors"
                            + " must be given both.");
        }
        var announcement = KeyAnnouncement.of(current, follows ? previous : null, now.toString());
        transaction.update(
                INSERT,
                current.verifying().id(),
                now.atOffset(ZoneOffset.UTC),
                announcement.json());
        LOG.info("The log is signed with key {} from now on.", current.verifying().id());
    }

    /** Of all keys that were ever in use, oldest first. */
    public static List<KeyAnnouncement> announcements(JdbcTemplate transaction) {
        return transaction.query(
                ALL,
                (row, index) ->
                        KeyAnnouncement.read(
                                row.getString("announcement").getBytes(StandardCharsets.UTF_8)));
    }

    public SigningKey current() {
        return current;
    }
}
