package io.rollbook.projections.read;

import io.rollbook.projections.database.Sql;
import io.rollbook.scim.message.Paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;

/**
 * How one page of a list is read: first only which resources are on it, in the order of their
 * creation, then what is shown of them.
 *
 * @param condition which resources are on the list; empty for all
 * @param maxReferences a page ends early rather than show more members than this
 */
record PageQuestion(ResourceQuestion question, Optional<Sql> condition, int maxReferences) {

    Sql page(Paging paging) {
        var tenantId = question.tenantId();
        return selected()
                .then(" order by r.created, r.id limit ? offset ?", paging.count(), paging.offset())
                .within("with selected as (", "), ")
                .then(shown())
                .then(question.columns().within("select s.total, ", " from shown s "))
                .then("join %s r on r.tenant = ? and r.id = s.id".formatted(table()), tenantId)
                .then(question.join())
                .then("order by s.created, s.id");
    }

    /** How many resources are on the list. */
    Sql total() {
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

    ResourcePage read(ResultSet rows) throws SQLException {
        var resources = new ArrayList<ShownResource>();
        long total = 0;
        while (rows.next()) {
            total = rows.getLong("total");
            resources.add(question.read(rows));
        }
        return new ResourcePage(total, resources);
    }

    private Sql selected() {
        var tenantId = question.tenantId();
        return condition
                .map(
                        only ->
                                Sql.of(
                                                """
                                                select r.id, r.created, count(*) over () as total
                                                from %s r where r.tenant = ? and
                                                """
                                                        .formatted(table()),
                                                tenantId)
                                        .then(only))
                .orElseGet(
                        () ->
                                total().within("select r.id, r.created, (", ") as total")
                                        .then(
                                                " from %s r where r.tenant = ?".formatted(table()),
                                                tenantId));
    }

    /** Those of the page whose memberships are shown without going over the limit; at least one. */
    private Sql shown() {
        var count =
                question.withRelation()
                        ? question.view().relation().count(question.tenantId())
                        : Optional.<Sql>empty();
        return count.map(this::asFarAsTheLimitGoes)
                .orElseGet(() -> Sql.of("shown as (select * from selected) "));
    }

    private Sql asFarAsTheLimitGoes(Sql count) {
        return count.within(
                        """
                        counted as (
                            select r.*, sum(c.n) over (order by r.created, r.id) - c.n as before
                            from selected r cross join lateral (
                        """,
                        ") c (n)), ")
                .then("shown as (select * from counted where before < ?) ", maxReferences);
    }

    private String table() {
        return question.view().table();
    }
}
