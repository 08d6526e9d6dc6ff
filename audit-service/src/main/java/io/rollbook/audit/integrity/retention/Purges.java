package io.rollbook.audit.integrity.retention;

import io.rollbook.verify.sign.SignedDocument;

import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The signed records of purges. */
public final class Purges {

    private static final String ALL =
            "select signed from purge where tenant = ? order by made_at, stream, last";

    private Purges() {}

    /** Oldest first; one a month and stream at most, so there are few. */
    public static List<SignedDocument> all(JdbcTemplate transaction, String tenant) {
        return transaction.query(
                ALL,
                (row, index) ->
                        SignedDocument.read(row.getString(1).getBytes(StandardCharsets.UTF_8)),
                tenant);
    }
}
