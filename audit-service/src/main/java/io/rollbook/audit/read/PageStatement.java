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
        return bounded(alternative).ordered("e.");
    }

    /** Where they are, in the order of an index and, where it has all columns, from it alone. */
    PageStatement places(Alternative alternative) {
        if (alternative.isPlain()) {
            return add(
                            "select recorded_at, position from entry e where e.tenant = ?",
                            List.of(tenant))
                    .page(alternative);
        }
        return add(
                        "select p.* from unnest(?) as w (value) cross join lateral (\n"
                                + "select recorded_at, position from entry e"
                                + " where e.tenant = ? and e."
                                + alternative.column()
                                + " = w.value",
                        List.of(alternative.values().toArray(String[]::new), tenant))
                .page(alternative)
                .add(") as p", List.of());
    }

    /** All entries of an alternative, by their positions and in no order. */
    PageStatement matches(Alternative alternative) {
        add("select e.position from entry e where e.tenant = ?", List.of(tenant));
        if (!alternative.isPlain()) {
            add(
                    " and e." + alternative.column() + " = any (?)",
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
        var direction = search.oldestFirst() ? "" : " desc";
        return add(
                "\norder by %srecorded_at%s, %sposition%s\nlimit ?"
                        .formatted(alias, direction, alias, direction),
                List.of(search.count() + 1));
    }

    EntryStatement made() {
        return new EntryStatement(sql.toString(), List.copyOf(arguments));
    }
}
