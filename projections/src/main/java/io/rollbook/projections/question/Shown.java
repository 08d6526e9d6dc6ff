package io.rollbook.projections.question;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.order.Order;

import java.util.Optional;

/** Which of the {@code selected} rows are shown. */
final class Shown {

    private Shown() {}

    /**
     * Those whose memberships are shown without going over the limit, at least one; as {@code
     * shown}, an item of a WITH clause.
     *
     * @param references how many memberships are shown of a row {@code r}; empty when so few that
     *     nobody need count
     */
    static Sql asFarAsTheLimitGoes(
            Optional<Sql> references, Order order, Window window, int maxReferences) {
        var inOrder = order.clause("k", "id");
        return references
                .map(
                        count ->
                                count.within(
                                                """
                                                counted as (
                                                    select r.*, sum(c.n) over (%s) - c.n as before
                                                    from selected r cross join lateral (
                                                """
                                                        .formatted(order.clause("r.k", "r.id")),
                                                ") c (n)), ")
                                        .then(
                                                "shown as (select * from counted where before < ?"
                                                        + inOrder
                                                        + "limit ?) ",
                                                maxReferences,
                                                window.count()))
                .orElseGet(
                        () ->
                                Sql.of(
                                        "shown as (select * from selected" + inOrder + "limit ?) ",
                                        window.count()));
    }
}
