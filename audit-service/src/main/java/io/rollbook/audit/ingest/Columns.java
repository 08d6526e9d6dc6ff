package io.rollbook.audit.ingest;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns of a table that many rows are inserted into at once: one array for each column, so that
 * the server has one short statement to read and to plan, however many the rows are.
 */
public final class Columns {

    private static final String TEXTS = "text[]";

    private final List<String> names;
    private final List<String> types;
    private final String insert;

    private Columns(List<String> names, List<String> types, String insert) {
        this.names = names;
        this.types = types;
        this.insert = insert;
    }

    /**
     * @param declared each column with its type, as in {@code tenant text, position bigint}
     */
    static Columns of(String table, String declared) {
        return of(table, declared, "");
    }

    /**
     * @param conflict what happens to rows that are there already
     */
    static Columns of(String table, String declared, String conflict) {
        var columns = declared.strip().split("\\s*,\\s*", -1);
        var names = Arrays.stream(columns).map(column -> column.split(" ", 2)[0]).toList();
        var types = Arrays.stream(columns).map(column -> column.split(" ", 2)[1]).toList();
        var list = String.join(", ", names);
        return new Columns(
                names,
                types,
                "insert into %s (%s) select %s from unnest(%s) as u (%s) %s"
                        .formatted(
                                table,
                                list,
                                selected(names, types),
                                types.stream()
                                        .map(type -> type.equals(TEXTS) ? "?" : "?::" + type + "[]")
                                        .collect(Collectors.joining(", ")),
                                list,
                                conflict));
    }

    /**
     * The same, inserted as a part of a larger statement.
     *
     * @param statement with {@code %s} in place of the part
     */
    Columns within(String statement) {
        return new Columns(names, types, statement.formatted(insert));
    }

    /** Their names, with commas between them. */
    public String list() {
        return String.join(", ", names);
    }

    /** An array of arrays would have to be a rectangle: such a value travels as text. */
    private static String selected(List<String> names, List<String> types) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + (types.get(i).equals(TEXTS) ? "::text[]" : ""))
                .collect(Collectors.joining(", "));
    }

    /**
     * @param rows with a value for each column; times as {@link OffsetDateTime}
     */
    void insert(JdbcTemplate transaction, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            var arrays = IntStream.range(0, names.size()).mapToObj(i -> array(i, rows)).toArray();
            transaction.update(insert, arrays);
        }
    }

    private Object array(int column, List<@Nullable Object[]> rows) {
        var values = rows.stream().map(row -> row[column]);
        return switch (types.get(column)) {
            case "bigint" ->
                    values.map(value -> value == null ? null : ((Number) value).longValue())
                            .toArray(Long[]::new);
            case "integer", "smallint" ->
                    values.map(value -> value == null ? null : ((Number) value).intValue())
                            .toArray(Integer[]::new);
            case "boolean" -> values.toArray(Boolean[]::new);
            case "bytea" -> values.toArray(byte[][]::new);
            case TEXTS -> values.map(value -> literal((String[]) value)).toArray(String[]::new);
            default ->
                    values.map(value -> value == null ? null : value.toString())
                            .toArray(String[]::new);
        };
    }

    private static @Nullable String literal(String @Nullable [] texts) {
        return texts == null
                ? null
                : Arrays.stream(texts)
                        .map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""))
                        .collect(Collectors.joining("\",\"", "{\"", "\"}"));
    }
}
