package io.rollbook.projections.question;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.order.Order;
import io.rollbook.projections.order.SortKey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one page of a list of all types is read (RFC 7644 §3.4.2.1). No index orders several tables
 * together, so all that match are gathered, but never more than are allowed and one.
 *
 * @param parts one for each type; their keys are of one kind
 * @param most how many resources may be on the list
 * @param maxReferences a page ends early rather than show more members than this
 */
public record RootQuestion(List<Part> parts, Order order, int most, int maxReferences)
        implements ListQuestion {

    /**
     * @param condition which resources of the type are on the list; empty for all
     */
    public record Part(ResourceQuestion question, Optional<Sql> condition, SortKey key) {}

    public RootQuestion {
        parts = List.copyOf(parts);
    }

    @Override
    public Sql page(Window window) {
        var selected =
                Sql.of(
                        "selected as (select m.*, (select count(*) from matched) as total from"
                                + " matched m");
        var behind =
                window.after()
                        .map(position -> order.after(position, Sql.of("m.k"), "m.id"))
                        .map(only -> selected.then(" where ").then(only))
                        .orElse(selected);
        return matched()
                .then(", ")
                .then(behind)
                .then(order.clause("m.k", "m.id"))
                .then("limit ? offset ?), ", window.limit(), window.offset())
                .then(Shown.asFarAsTheLimitGoes(references(), order, window, maxReferences))
                .then(shown())
                .then(order.clause("k", "id"));
    }

    @Override
    public Sql total() {
        return matched().then(" select count(*) from matched");
    }

    @Override
    public ResourceQuestion questionOf(ResultSet row) throws SQLException {
        return parts.get(row.getInt("part")).question();
    }

    private Sql matched() {
        var all = new ArrayList<Sql>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(matched(i, parts.get(i)));
        }
        return Sql.join(" union all ", all).within("with matched as materialized (", ")");
    }

    private Sql matched(int number, Part part) {
        var question = part.question();
        var rows =
                part.key()
                        .expression()
                        .within("(select %d as part, r.id, ".formatted(number), " as k ")
                        .then(
                                "from %s r where r.tenant = ?".formatted(question.view().table()),
                                question.tenantId());
        return part.condition()
                .map(only -> rows.then(" and ").then(only))
                .orElse(rows)
                .then(" limit ?)", most + 1);
    }

    private Sql shown() {
        var all = new ArrayList<Sql>();
        for (int i = 0; i < parts.size(); i++) {
            var question = parts.get(i).question();
            all.add(
                    Sql.of(
                                    "select s.part, s.total, s.k, (select count(*) from selected)"
                                            + " as found, ")
                            .then(question.columnsOfAnyType())
                            .then(" from shown s cross join lateral (")
                            .then(question.row())
                            .then(" and u.id = s.id and s.part = %d offset 0) r ".formatted(i))
                            .then(question.join()));
        }
        return Sql.join(" union all ", all).within("select * from (", ") x");
    }

    /** Rows of other types have none: ids are unique over all types. */
    private Optional<Sql> references() {
        return parts.stream()
                .map(Part::question)
                .filter(ResourceQuestion::withRelation)
                .map(question -> question.view().relation().count(question.tenantId()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
