package io.rollbook.audit.read;

import io.rollbook.audit.database.LogDatabase;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads entries, newest first. */
public final class EntryLog {

    /**
     * @param more whether entries follow the last one
     */
    public record Page(List<Entry> entries, boolean more) {}

    /**
     * @param more whether members follow the last one
     */
    public record MemberPage(List<MemberRow> members, boolean more) {}

    /** An entry may have a hundred thousand; the rest has pages of its own. */
    public static final int MEMBERS_SHOWN = 100;

    private static final String PLACE =
            "select recorded_at, position from entry where tenant = ? and id = ?";

    private final LogDatabase database;

    public EntryLog(LogDatabase database) {
        this.database = database;
    }

    /**
     * A page goes on where the last entry of the page before is, whatever has come since. Empty
     * when there is no entry to go on from.
     */
    public Optional<Page> page(String tenant, PageRequest request) {
        return database.read(
                tenant,
                transaction -> {
                    var after = request.after();
                    return after == null
                            ? Optional.of(page(tenant, request, null))
                            : place(transaction, tenant, after)
                                    .map(place -> page(tenant, request, place));
                });
    }

    /**
     * Runs what reads more than once. All of it is of one moment, and one transaction.
     *
     * @throws QueryTimeoutException when a statement takes too long
     */
    public <T> T atOneMoment(String tenant, Supplier<T> reading) {
        return database.read(tenant, transaction -> reading.get());
    }

    private Page page(String tenant, PageRequest request, @Nullable Place after) {
        var alternatives = request.filter().alternatives(vocabulary(tenant));
        return search(
                tenant,
                new Search(
                        alternatives,
                        false,
                        after,
                        Long.MAX_VALUE,
                        request.count(),
                        MEMBERS_SHOWN));
    }

    /** As many entries as are looked for, or fewer where more would be too large for a page. */
    public Page search(String tenant, Search search) {
        return database.read(
                tenant,
                transaction -> {
                    var heads = heads(transaction, EntryStatement.search(tenant, search));
                    boolean more = heads.size() > search.count();
                    var wanted = more ? heads.subList(0, search.count()) : heads;
                    var shown = new EntryDetails(transaction, tenant).of(wanted, search.members());
                    return new Page(shown, more || shown.size() < wanted.size());
                });
    }

    /** How many entries a search would find if it had no pages. */
    public long count(String tenant, Search search) {
        var statement = EntryStatement.count(tenant, search);
        return database.read(
                        tenant,
                        transaction ->
                                transaction.queryForList(
                                        statement.sql(),
                                        Long.class,
                                        statement.arguments().toArray()))
                .getFirst();
    }

    /**
     * One entry with what its documents tell from an event on; see {@link EntryDetails#entryFrom}.
     */
    public Optional<Entry> entryFrom(String tenant, String id, long number, int rows) {
        return database.read(
                tenant,
                transaction ->
                        heads(transaction, EntryStatement.one(tenant, id)).stream()
                                .findFirst()
                                .map(
                                        head ->
                                                new EntryDetails(transaction, tenant)
                                                        .entryFrom(
                                                                head,
                                                                number,
                                                                rows,
                                                                EventRow::rows)));
    }

    /** The words of a tenant's entries. */
    public Vocabulary vocabulary(String tenant) {
        return new Vocabulary(database, tenant);
    }

    /** The position of the last event in the log; 0 for none. */
    public long lastPosition(String tenant) {
        return database
                .read(
                        tenant,
                        transaction ->
                                transaction.queryForList(
                                        "select position from entry_event where tenant = ?"
                                                + " order by position desc limit 1",
                                        Long.class,
                                        tenant))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private static Optional<Place> place(JdbcTemplate transaction, String tenant, String id) {
        return transaction
                .query(
                        PLACE,
                        (row, index) ->
                                new Place(
                                        Rows.instant(row, "recorded_at"), row.getLong("position")),
                        tenant,
                        id)
                .stream()
                .findFirst();
    }

    public Optional<Entry> entry(String tenant, String id) {
        return database.read(
                tenant,
                transaction ->
                        new EntryDetails(transaction, tenant)
                                        .of(
                                                heads(transaction, EntryStatement.one(tenant, id)),
                                                MEMBERS_SHOWN)
                                        .stream()
                                        .findFirst());
    }

    /** Empty when there is no such entry. */
    public Optional<MemberPage> members(String tenant, String id, MemberCursor after, int count) {
        return database.read(
                tenant,
                transaction ->
                        heads(transaction, EntryStatement.one(tenant, id)).stream()
                                .findFirst()
                                .map(
                                        head ->
                                                new EntryDetails(transaction, tenant)
                                                        .entryFrom(
                                                                head,
                                                                after.number(),
                                                                count + 1,
                                                                EventRow::members))
                                .map(entry -> memberPage(entry.told(), after, count)));
    }

    private static MemberPage memberPage(List<Told> told, MemberCursor after, int count) {
        var rows =
                told.stream()
                        .flatMap(event -> event.members().stream())
                        .filter(after::isBefore)
                        .limit(count + 1L)
                        .toList();
        return rows.size() > count
                ? new MemberPage(rows.subList(0, count), true)
                : new MemberPage(rows, false);
    }

    private static List<EntryRow> heads(JdbcTemplate transaction, EntryStatement statement) {
        return transaction.query(statement.sql(), Rows::entry, statement.arguments().toArray());
    }
}
