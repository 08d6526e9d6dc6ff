package io.rollbook.audit.graph.download;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of RFC 4180, every cell quoted. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front: what a directory holds came from outside, and must not run on the officer's
 * machine.
 */
final class Csv {

    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final OutputStream out;

    Csv(OutputStream out) {
        this.out = out;
    }

    void cells(@Nullable String... cells) throws IOException {
        row(Arrays.asList(cells));
    }

    void row(List<? extends @Nullable String> cells) throws IOException {
        var line = new StringBuilder();
        for (var cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append('"');
            line.append(neutral(cell == null ? "" : cell).replace("\"", "\"\"")).append('"');
        }
        out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String neutral(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
