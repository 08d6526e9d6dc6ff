package io.rollbook.audit.history.resource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many members ever joined a group, and ever left it, up to an event.
 *
 * @param version of the resource, 0 before the first
 */
public record Totals(long version, long joined, long departed) {

    public static final Totals NONE = new Totals(0, 0, 0);

    private static final String LAST =
            """
            select version, joined, departed from history_version
            where tenant = ? and resource_id = ? and number <= ?
            order by million desc, number desc limit 1
            """;

    public static Totals at(JdbcTemplate transaction, String tenant, String id, long number) {
        return transaction
                .query(
                        LAST,
                        (row, index) -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3)),
                        tenant,
                        id,
                        number)
                .stream()
                .findFirst()
                .orElse(NONE);
    }

    public long members() {
        return joined - departed;
    }
}
