package io.rollbook.audit.read;

import java.util.List;

/**
 * The statement that finds a page of entries. Text comes from here only; whatever comes from
 * outside is an argument.
 */
record EntryStatement(String sql, List<Object> arguments) {

    private static final String SELECTED =
            """
            select e.position, e.id, e.recorded_at, e.received_at, e.status, e.action, e.restored,
                e.actor_kind, e.actor_id, e.actor_name, e.token_id, e.target_type, e.target_id,
                e.source_id, e.subject_name, e.user_name, e.request_id, e.operation, e.caused_by,
                e.cycle_id, e.http_status, e.scim_type, e.detail, e.error_code, e.ignored
            """;

    private static final String COLUMNS = SELECTED + "from entry e\nwhere e.tenant = ?";

    static EntryStatement search(String tenant, Search search) {
        var alternatives = search.alternatives();
        var first = alternatives.getFirst();
        if (alternatives.size() == 1 && first.isStretch()) {
            return new PageStatement(tenant, search)
                    .add(COLUMNS, List.of(tenant))
                    .page(first)
                    .made();
        }
        var statement =
                new PageStatement(tenant, search)
                        .add(SELECTED + "from (\nselect recorded_at, position from (\n", List.of());
        for (int i = 0; i < alternatives.size(); i++) {
            statement
                    .add(i == 0 ? "(" : "\nunion\n(", List.of())
                    .places(alternatives.get(i))
                    .add(")", List.of());
        }
        // One look into the index for each: the rows are looked at only of the page's entries.
        return statement
                .add(") as f", List.of())
                .ordered("")
                .add(
                        """
                        ) as found cross join lateral (
                            select * from entry where tenant = ? and position = found.position
                            offset 0) as e\
                        """,
                        List.of(tenant))
                .ordered("e.")
                .made();
    }

    /** How many a search would find in all. */
    static EntryStatement count(String tenant, Search search) {
        var statement =
                new PageStatement(tenant, search).add("select count(*) from (\n", List.of());
        for (int i = 0; i < search.alternatives().size(); i++) {
            statement
                    .add(i == 0 ? "(" : "\nunion\n(", List.of())
                    .matches(search.alternatives().get(i))
                    .add(")", List.of());
        }
        return statement.add(") as f", List.of()).made();
    }

    static EntryStatement one(String tenant, String id) {
        return new EntryStatement(COLUMNS + "\nand id = ?", List.of(tenant, id));
    }
}
