package io.rollbook.audit.integrity.export;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.chain.ChainedEntry;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.contract.Topics;
import io.rollbook.verify.chain.ChainedDocument;
import io.rollbook.verify.merkle.Hash;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.List;

/** The entries of one stream with their links, a page at a time, each in a short transaction. */
public final class ChainedRows {

    /** One document has at most 1,000 members. */
    private static final int PAGE = 200;

    private static final String EVENTS =
            """
            select l.number, l.hash, e.document
            from chain_link l
            join entry_event e on e.tenant = l.tenant and e.topic = ? and e.number = l.number
            where l.tenant = ? and l.stream = ? and l.number > ? and l.number <= ?
            order by l.number limit ?
            """;
    private static final String CUSTODY =
            """
            select l.number, l.hash, e.document
            from chain_link l
            join custody_entry e on e.tenant = l.tenant and e.number = l.number
            where l.tenant = ? and l.stream = ? and l.number > ? and l.number <= ?
            order by l.number limit ?
            """;
    private static final String LINK =
            "select hash from chain_link where tenant = ? and stream = ? and number = ?";

    private final LogDatabase database;
    private final String tenant;
    private final LogStream stream;

    public ChainedRows(LogDatabase database, String tenant, LogStream stream) {
        this.database = database;
        this.tenant = tenant;
        this.stream = stream;
    }

    /**
     * An entry with the hash that is stored for it, which it has unless somebody changed one of
     * them.
     */
    public record Row(long number, Hash hash, String document) {

        /** Whether it says what was chained, after the hash of the entry before. */
        public boolean isChainedTo(Hash previous, String tenant, LogStream stream) {
            return ChainedEntry.after(previous, number, tenant, stream, document)
                    .hash()
                    .equals(hash);
        }

        /** As one line of an export. */
        public String exported(Hash previous, String tenant, LogStream stream) {
            return ChainedDocument.exported(
                    ChainedEntry.after(previous, number, tenant, stream, document).text(), hash);
        }
    }

    /** The next entries after a number, up to the last one; empty when there are no more. */
    public List<Row> after(long number, long last) {
        return database.read(tenant, transaction -> after(transaction, number, last));
    }

    private List<Row> after(JdbcTemplate transaction, long number, long last) {
        return switch (stream) {
            case DIRECTORY -> events(transaction, Topics.DIRECTORY, number, last);
            case ATTEMPTS -> events(transaction, Topics.ATTEMPTS, number, last);
            case CUSTODY ->
                    transaction.query(
                            CUSTODY,
                            (row, index) -> row(row.getLong(1), row.getBytes(2), row.getString(3)),
                            tenant,
                            stream.label(),
                            number,
                            last,
                            PAGE);
        };
    }

    private List<Row> events(JdbcTemplate transaction, String topic, long number, long last) {
        return transaction.query(
                EVENTS,
                (row, index) -> row(row.getLong(1), row.getBytes(2), row.getString(3)),
                topic,
                tenant,
                stream.label(),
                number,
                last,
                PAGE);
    }

    private static Row row(long number, byte[] hash, String document) {
        return new Row(number, Hash.fromBytes(hash), document);
    }

    /** The hash of the link with the number; zeros before the first, and where there is none. */
    public Hash link(long number) {
        return database
                .read(
                        tenant,
                        transaction ->
                                transaction.query(
                                        LINK,
                                        (row, index) -> Hash.fromBytes(row.getBytes(1)),
                                        tenant,
                                        stream.label(),
                                        number))
                .stream()
                .findFirst()
                .orElse(Hash.ZERO);
    }
}
