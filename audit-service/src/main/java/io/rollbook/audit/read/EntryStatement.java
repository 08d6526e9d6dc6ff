package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement that finds a page of entries. Text comes from here only; whatever comes from
 * outside is an argument.
 */
record EntryStatement(String sql, List<Object> arguments) {

    private static final String COLUMNS =
            """
            select position, id, recorded_at, received_at, status, action, restored,
                actor_kind, actor_id, token_id, target_type, target_id,
                attempted_external_id, attempted_name, request_id, operation, caused_by,
                http_status, scim_type, detail
            from entry
            where tenant = ?\
            """;

    /** Where a page goes on: what the last entry of the page before was sorted by. */
    record Place(Instant recordedAt, long position) {}

    static EntryStatement page(String tenant, EntryFilter filter, @Nullable Place after, int rows) {
        var sql = new StringBuilder(COLUMNS);
        var arguments = new ArrayList<Object>(List.of(tenant));
        if (filter.status() != null) {
            add(sql, arguments, "status = ?", filter.status().label());
        }
        if (filter.action() != null) {
            add(sql, arguments, "action = ?", filter.action().label());
        }
        if (filter.targetType() != null) {
            add(sql, arguments, "target_type = ?", filter.targetType());
        }
        if (filter.targetId() != null) {
            add(sql, arguments, "target_id = ?", filter.targetId());
        }
        if (filter.from() != null) {
            add(sql, arguments, "recorded_at >= ?", filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            add(sql, arguments, "recorded_at < ?", filter.to().atOffset(ZoneOffset.UTC));
        }
        if (after != null) {
            sql.append("\nand (recorded_at, position) < (?, ?)");
            arguments.add(after.recordedAt().atOffset(ZoneOffset.UTC));
            arguments.add(after.position());
        }
        sql.append("\norder by recorded_at desc, position desc\nlimit ?");
        arguments.add(rows);
        return new EntryStatement(sql.toString(), List.copyOf(arguments));
    }

    static EntryStatement one(String tenant, String id) {
        return new EntryStatement(COLUMNS + "\nand id = ?", List.of(tenant, id));
    }

    private static void add(
            StringBuilder sql, List<Object> arguments, String condition, Object argument) {
        sql.append("\nand ").append(condition);
        arguments.add(argument);
    }

    /** The same, with the names that target and actor had at the time of each entry. */
    String withNames() {
        return """
        select e.*,
            %s as external_id,
            coalesce(%s, %s, %s) as target_name,
            %s as actor_name
        from (%s) e
        order by e.recorded_at desc, e.position desc
        """
                .formatted(
                        value("externalId", "target_id"),
                        value("displayName", "target_id"),
                        value("userName", "target_id"),
                        value("name", "target_id"),
                        value("name", "actor_id"),
                        sql);
    }

    private static String value(String path, String owner) {
        return """
        (select c.new_value #>> '{}' from entry_change c
             where c.tenant = current_setting('rollbook.tenant') and c.target_id = e.%s
                 and c.path = '%s' and c.entry_position <= e.position
             order by c.entry_position desc, c.number desc limit 1)\
        """
                .formatted(owner, path);
    }
}
