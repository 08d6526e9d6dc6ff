package io.rollbook.audit.read;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a statement together that finds a page of what is searched. */
final class PageStatement {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();
    private final String tenant;
    private final Search search;

    PageStatement(String tenant, Search search) {
        this.tenant = tenant;
        this.search = search;
    }

    PageStatement add(String text, List<Object> with) {
        sql.append(text);
        arguments.addAll(with);
        return this;
    }

    /** The first entries of a stretch; the tenant's rows are selected already. */
    PageStatement page(Alternative stretch) {
        return dropped(stretch).ordered("e.");
    }

    /** Where they are, in the order of an index and, where it has all columns, from it alone. */
    PageStatement places(Alternative alternative) {
        return switch (alternative.way()) {
            case Way.Whole _ -> whole(alternative).ordered("e.");
            case Way.Without(var key) ->
                    whole(alternative)
                            .ordered("e." + key.column() + direction() + ", ", "e.", most());
            case Way.Each(var key, var values) -> each(key, values, alternative);
            case Way.Along(var kinds) -> along(kinds, alternative);
        };
    }

    private PageStatement whole(Alternative alternative) {
        return add("select recorded_at, position from entry e where e.tenant = ?", List.of(tenant))
                .dropped(alternative);
    }

    private PageStatement each(Key key, List<String> values, Alternative alternative) {
        add("select p.* from ", List.of());
        first(key, values, alternative);
        return add(" as w (value) cross join lateral (\n", List.of())
                .ofValue(key, alternative, most())
                .add(") as p", List.of());
    }

    /**
     * Of more values than a page has entries those with the first entries, one look into the index
     * for each: whatever the others have comes after a whole page.
     */
    private void first(Key key, List<String> values, Alternative alternative) {
        var all = List.of((Object) values.toArray(String[]::new));
        if (values.size() <= most()) {
            add("unnest(" + key.arguments() + ")", all);
            return;
        }
        add(
                        "(\nselect w.value from unnest("
                                + key.arguments()
                                + ") as w (value) cross join lateral (\n",
                        all)
                .ofValue(key, alternative, 1)
                .add(") as f", List.of())
                .ordered("", "f.", most())
                .add(")", List.of());
    }

    private PageStatement ofValue(Key key, Alternative alternative, int rows) {
        return add(
                        "select recorded_at, position from entry e where e.tenant = ? and e."
                                + key.column()
                                + " = w.value",
                        List.of(tenant))
                .dropped(alternative)
                .ordered(stretch(key), "e.", rows);
    }

    private String stretch(Key key) {
        return key.stretch().isEmpty() ? "" : key.stretch() + direction() + ", ";
    }

    /**
     * PostgreSQL takes the next of what the indexes give, drops it or not, and stops with the last
     * that is wanted. Behind the offset it cannot look in each for one that is not dropped.
     */
    private PageStatement along(List<String> kinds, Alternative alternative) {
        var columns =
                Stream.concat(
                                Stream.of("recorded_at", "position"),
                                alternative.condition().columns().stream().sorted())
                        .collect(Collectors.joining(", "));
        add("select recorded_at, position from (\nselect * from (\n", List.of());
        for (int i = 0; i < kinds.size(); i++) {
            add(
                            "%s(select %s from entry e where e.tenant = ? and e.kind = ?::uuid"
                                    .formatted(i == 0 ? "" : "\nunion all ", columns),
                            List.of(tenant, kinds.get(i)))
                    .bounded(alternative)
                    .inOrder("", "e.")
                    .add(")", List.of());
        }
        return add(") as k", List.of())
                .inOrder("", "k.")
                .add(" offset 0) as e where true", List.of())
                .and(alternative.condition())
                .ordered("e.");
    }

    /** All entries of an alternative, by their positions and in no order. */
    PageStatement matches(Alternative alternative) {
        add("select e.position from entry e where e.tenant = ?", List.of(tenant));
        switch (alternative.way()) {
            case Way.Whole _, Way.Without _ -> {}
            case Way.Each(var key, var values) -> and(Clause.has(key, values));
            case Way.Along(var kinds) -> and(Clause.has(Key.KIND, kinds));
        }
        return dropped(alternative);
    }

    private PageStatement dropped(Alternative alternative) {
        return and(alternative.condition()).bounded(alternative);
    }

    private PageStatement and(Clause clause) {
        return clause.isAlways() ? this : add("\nand (" + clause.sql() + ")", clause.arguments());
    }

    private PageStatement bounded(Alternative alternative) {
        and(alternative.times());
        if (search.upTo() != Long.MAX_VALUE) {
            add("\nand e.position <= ?", List.of(search.upTo()));
        }
        var after = search.after();
        if (after != null) {
            add(
                    "\nand (e.recorded_at, e.position) "
                            + (search.oldestFirst() ? '>' : '<')
                            + " (?, ?)",
                    List.of(after.recordedAt().atOffset(ZoneOffset.UTC), after.position()));
        }
        return this;
    }

    PageStatement ordered(String alias) {
        return ordered("", alias, most());
    }

    private PageStatement ordered(String first, String alias, int rows) {
        return inOrder(first, alias).add("\nlimit ?", List.of(rows));
    }

    private PageStatement inOrder(String first, String alias) {
        var direction = direction();
        return add(
                "\norder by %s%srecorded_at%s, %sposition%s"
                        .formatted(first, alias, direction, alias, direction),
                List.of());
    }

    /** One more than a page has, to see whether more follow. */
    private int most() {
        return search.count() + 1;
    }

    private String direction() {
        return search.oldestFirst() ? "" : " desc";
    }

    EntryStatement made() {
        return new EntryStatement(sql.toString(), List.copyOf(arguments));
    }
}
