package io.rollbook.audit.read;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

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

    /** The first entries of an alternative; the tenant's rows are selected already. */
    PageStatement page(Alternative alternative) {
        bounded(alternative);
        var missing = alternative.missing();
        return missing == null
                ? ordered("e.")
                : ordered("e." + missing.column() + direction() + ", ", "e.", search.count() + 1);
    }

    /** Where they are, in the order of an index and, where it has all columns, from it alone. */
    PageStatement places(Alternative alternative) {
        var key = alternative.key();
        if (key == null) {
            return add(
                            "select recorded_at, position from entry e where e.tenant = ?",
                            List.of(tenant))
                    .page(alternative);
        }
        if (alternative.merged()) {
            return merged(key, alternative);
        }
        add("select p.* from ", List.of());
        values(key, alternative);
        return add(" as w (value) cross join lateral (\n", List.of())
                .ofValue(key, "w.value", alternative, search.count() + 1)
                .add(") as p", List.of());
    }

    /**
     * Of more values than a page has entries those with the first entries, one look into the index
     * for each: whatever the others have comes after a whole page.
     */
    private void values(Key key, Alternative alternative) {
        var all = List.of((Object) alternative.values().toArray(String[]::new));
        if (alternative.values().size() <= search.count() + 1) {
            add("unnest(" + key.arguments() + ")", all);
            return;
        }
        add(
                        "(\nselect v.value from unnest("
                                + key.arguments()
                                + ") as v (value) cross join lateral (\n",
                        all)
                .ofValue(key, "v.value", alternative, 1)
                .add(") as f", List.of())
                .ordered("", "f.", search.count() + 1)
                .add(")", List.of());
    }

    /**
     * PostgreSQL takes the next of what the indexes give, and stops with the last that is wanted.
     */
    private PageStatement merged(Key key, Alternative alternative) {
        add("select recorded_at, position from (", List.of());
        for (int i = 0; i < alternative.values().size(); i++) {
            add(i == 0 ? "(" : "\nunion all (", List.of())
                    .ofValue(
                            key,
                            key.argument(),
                            List.of(tenant, alternative.values().get(i)),
                            alternative,
                            search.count() + 1)
                    .add(")", List.of());
        }
        return add(") as e", List.of()).ordered("e.");
    }

    private PageStatement ofValue(Key key, String value, Alternative alternative, int rows) {
        return ofValue(key, value, List.of(tenant), alternative, rows);
    }

    private PageStatement ofValue(
            Key key, String value, List<Object> with, Alternative alternative, int rows) {
        return add(
                        "select recorded_at, position from entry e where e.tenant = ? and e."
                                + key.column()
                                + " = "
                                + value,
                        with)
                .bounded(alternative)
                .ordered("", "e.", rows);
    }

    /** All entries of an alternative, by their positions and in no order. */
    PageStatement matches(Alternative alternative) {
        add("select e.position from entry e where e.tenant = ?", List.of(tenant));
        var key = alternative.key();
        if (key != null) {
            add(
                    " and e." + key.column() + " = any (" + key.arguments() + ")",
                    List.of((Object) alternative.values().toArray(String[]::new)));
        }
        return bounded(alternative);
    }

    private PageStatement bounded(Alternative alternative) {
        if (!alternative.condition().isEmpty()) {
            add("\nand (" + alternative.condition() + ")", alternative.arguments());
        }
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
        return ordered("", alias, search.count() + 1);
    }

    private PageStatement ordered(String first, String alias, int rows) {
        var direction = direction();
        return add(
                "\norder by %s%srecorded_at%s, %sposition%s\nlimit ?"
                        .formatted(first, alias, direction, alias, direction),
                List.of(rows));
    }

    private String direction() {
        return search.oldestFirst() ? "" : " desc";
    }

    EntryStatement made() {
        return new EntryStatement(sql.toString(), List.copyOf(arguments));
    }
}
