package io.rollbook.benchmarks.log;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Rows of one table in the text form of PostgreSQL's COPY. The table must have been emptied in the
 * same transaction: its pages are written once then, and no VACUUM has to write them again.
 */
final class CopyTable {

    private static final HexFormat HEX = HexFormat.of();

    private final String name;
    private final String statement;
    private StringBuilder rows = new StringBuilder();

    CopyTable(String table, String columns) {
        this.name = table;
        this.statement = "copy " + table + " (" + columns + ") from stdin with (freeze)";
    }

    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            value(values[i]);
        }
        rows.append('\n');
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> rows.append("\\N");
            case byte[] bytes -> rows.append("\\\\x").append(HEX.formatHex(bytes));
            case String[] words -> rows.append('{').append(String.join(",", words)).append('}');
            default -> text(value.toString());
        }
    }

    private void text(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\n') < 0 && text.indexOf('\t') < 0) {
            rows.append(text);
        } else {
            rows.append(text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"));
        }
    }

    String name() {
        return name;
    }

    String statement() {
        return statement;
    }

    /** What was added since. */
    byte[] take() {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows = new StringBuilder(rows.length());
        return bytes;
    }
}
