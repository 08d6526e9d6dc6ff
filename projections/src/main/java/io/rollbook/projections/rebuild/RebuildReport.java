package io.rollbook.projections.rebuild;

import io.rollbook.projections.rebuild.tables.TableSum;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Whole;

import java.time.Duration;
import java.util.Map;

/**
 * What a rebuild found and left, by table.
 *
 * @param events that it applied
 * @param before the rows that served, at the moment of the exchange
 * @param after the rows that serve now
 */
public record RebuildReport(
        long events, Duration duration, Map<String, TableSum> before, Map<String, TableSum> after) {

    public RebuildReport {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** Whether the rows that served were just what the events say. */
    public boolean isEqual() {
        return before.equals(after);
    }

    public Complex toJson() {
        return Complex.builder()
                .put("events", new Whole(events))
                .put("milliseconds", new Whole(duration.toMillis()))
                .put("equal", Bool.of(isEqual()))
                .put("before", json(before))
                .put("after", json(after))
                .build();
    }

    private static Complex json(Map<String, TableSum> sums) {
        var total = sums.values().stream().reduce(TableSum.NONE, TableSum::plus);
        var tables = Complex.builder();
        sums.keySet().stream()
                .sorted()
                .forEach(
                        table ->
                                tables.put(
                                        table,
                                        new Whole(sums.getOrDefault(table, TableSum.NONE).rows())));
        return Complex.builder()
                .put("rows", new Whole(total.rows()))
                .put("checksum", new Text(total.checksum()))
                .put("tables", tables.build())
                .build();
    }
}
