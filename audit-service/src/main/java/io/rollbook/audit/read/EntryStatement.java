package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement that finds a page of entries. Text comes from here only; whatever comes from
 * outside is an argument.
 */
record EntryStatement(String sql, List<Object> arguments) {

    static final String COLUMNS =
            """
            select position, id, recorded_at, received_at, status, action, restored, actor_kind,
                actor_id, actor_name, token_id, target_type, target_id, source_id, subject_name,
                user_name, request_id, operation, caused_by, cycle_id, http_status, scim_type,
                detail, error_code, ignored
            from entry
            where tenant = ?\
            """;

    static EntryStatement search(String tenant, Search search) {
        var sql = new StringBuilder(COLUMNS);
        var arguments = new ArrayList<Object>(List.of(tenant));
        if (!search.condition().isEmpty()) {
            sql.append("\nand (").append(search.condition()).append(")");
            arguments.addAll(search.arguments());
        }
        if (search.upTo() != Long.MAX_VALUE) {
            add(sql, arguments, "position <= ?", search.upTo());
        }
        var after = search.after();
        if (after != null) {
            sql.append("\nand (recorded_at, position) ");
            sql.append(search.oldestFirst() ? '>' : '<').append(" (?, ?)");
            arguments.add(after.recordedAt().atOffset(ZoneOffset.UTC));
            arguments.add(after.position());
        }
        sql.append(
                search.oldestFirst()
                        ? "\norder by recorded_at, position"
                        : "\norder by recorded_at desc, position desc");
        sql.append("\nlimit ?");
        arguments.add(search.count() + 1);
        return new EntryStatement(sql.toString(), List.copyOf(arguments));
    }

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
}
