package io.rollbook.audit.query;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.query.EntryStatement.Place;
import io.rollbook.scim.error.Outcome;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.List;
import java.util.Optional;

/** Reads entries, newest first. */
final class EntryLog {

    /**
     * @param more whether entries follow the last one
     */
    record Page(List<Entry> entries, boolean more) {}

    /**
     * @param more whether members follow the last one
     */
    record MemberPage(List<MemberRow> members, boolean more) {}

    private static final String PLACE =
            "select recorded_at, position from entry where tenant = ? and id = ?";

    private final LogDatabase database;

    EntryLog(LogDatabase database) {
        this.database = database;
    }

    /** A page goes on where the last entry of the page before is, whatever has come since. */
    Outcome<Page> page(String tenant, PageRequest request) {
        return database.read(
                tenant,
                transaction -> {
                    var after = request.after();
                    if (after == null) {
                        return Outcome.accepted(
                                page(transaction, tenant, request, Optional.empty()));
                    }
                    var place = place(transaction, tenant, after);
                    return place.isPresent()
                            ? Outcome.accepted(page(transaction, tenant, request, place))
                            : Refusals.badRequest(
                                    "cursor must be the next of a page that was answered.");
                });
    }

    private static Page page(
            JdbcTemplate transaction, String tenant, PageRequest request, Optional<Place> after) {
        int count = request.count();
        var statement =
                EntryStatement.page(tenant, request.filter(), after.orElse(null), count + 1);
        var heads = heads(transaction, statement);
        boolean more = heads.size() > count;
        var shown = more ? heads.subList(0, count) : heads;
        return new Page(new EntryDetails(transaction, tenant).of(shown), more);
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

    Optional<Entry> entry(String tenant, String id) {
        return database.read(
                tenant,
                transaction ->
                        new EntryDetails(transaction, tenant)
                                .of(heads(transaction, EntryStatement.one(tenant, id))).stream()
                                        .findFirst());
    }

    /** Empty when there is no such entry. */
    Optional<MemberPage> members(String tenant, String id, MemberCursor after, int count) {
        return database.read(
                tenant,
                transaction ->
                        heads(transaction, EntryStatement.one(tenant, id)).stream()
                                .findFirst()
                                .map(
                                        head ->
                                                new EntryDetails(transaction, tenant)
                                                        .members(head, after, count + 1))
                                .map(rows -> memberPage(rows, count)));
    }

    private static MemberPage memberPage(List<MemberRow> rows, int count) {
        return rows.size() > count
                ? new MemberPage(rows.subList(0, count), true)
                : new MemberPage(rows, false);
    }

    private static List<EntryRow> heads(JdbcTemplate transaction, EntryStatement statement) {
        return transaction.query(
                statement.withNames(), Rows::entry, statement.arguments().toArray());
    }
}
