package io.rollbook.projections.question;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.order.Order;
import io.rollbook.projections.order.SortKey;

import java.sql.ResultSet;
import java.util.Optional;

/**
 * How one page of a list of one type is read: first only which resources are on it, in their order,
 * then what is shown of them.
 *
 * @param condition which resources are on the list; empty for all
 * @param key by what they are ordered
 * @param maxReferences a page ends early rather than show more members than this
 */
public record PageQuestion(
        ResourceQuestion question,
        Optional<Sql> condition,
        SortKey key,
        Order order,
        int maxReferences)
        implements ListQuestion {

    @Override
    public Sql page(Window window) {
        return selected(window)
                .then(order.clause("k", "id"))
                .then("limit ? offset ?", window.limit(), window.offset())
                .within("with selected as (", "), ")
                .then(Shown.asFarAsTheLimitGoes(references(), order, window, maxReferences))
                .then("select s.total, s.k, (select count(*) from selected) as found, ")
                .then(question.columns())
                .then(" from shown s cross join lateral (")
                .then(question.row())
                .then(" and u.id = s.id offset 0) r ")
                .then(question.join())
                .then(order.clause("s.k", "s.id"));
    }

    @Override
    public Sql total() {
        var tenantId = question.tenantId();
        return condition
                .map(
                        only ->
                                Sql.of(
                                                "select count(*) from %s r where r.tenant = ? and "
                                                        .formatted(table()),
                                                tenantId)
                                        .then(only))
                .orElseGet(
                        () ->
                                Sql.of(
                                        "select %s from applied where tenant = ?"
                                                .formatted(table()),
                                        tenantId));
    }

    @Override
    public ResourceQuestion questionOf(ResultSet row) {
        return question;
    }

    private Sql selected(Window window) {
        var rows =
                key.expression()
                        .within("select r.id, ", " as k, ")
                        .then(totalOf(window))
                        .then(
                                " as total from %s r where r.tenant = ?".formatted(table()),
                                question.tenantId());
        var matching =
                condition
                        .map(only -> rows.then(" and ").then(only))
                        .orElse(notBeyondTheEnd(rows, window));
        return window.after()
                .map(position -> order.after(position, key.expression(), "r.id"))
                .map(behind -> matching.then(" and ").then(behind))
                .orElse(matching);
    }

    /** Who asks for what comes behind the last one need not wait until all are passed over. */
    private Sql notBeyondTheEnd(Sql rows, Window window) {
        return window.offset() == 0
                ? rows
                : rows.then(" and ?::bigint < (", window.offset()).then(total()).then(")");
    }

    /**
     * How many there are in all is counted by the feed. How many match is counted while they are
     * looked for, once for all pages that cursors lead to.
     */
    private Sql totalOf(Window window) {
        if (condition.isEmpty()) {
            return total().within("(", ")");
        }
        return window.total().isPresent()
                ? Sql.of("?::bigint", window.total().getAsLong())
                : Sql.of("count(*) over ()");
    }

    private Optional<Sql> references() {
        return question.withRelation()
                ? question.view().relation().count(question.tenantId())
                : Optional.empty();
    }

    private String table() {
        return question.view().table();
    }
}
