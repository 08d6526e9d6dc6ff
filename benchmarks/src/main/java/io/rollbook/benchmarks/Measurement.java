package io.rollbook.benchmarks;

import org.HdrHistogram.Histogram;

import java.util.Locale;

/**
 * What one scenario showed.
 *
 * @param latencies in microseconds
 * @param errors answers other than expected
 * @param pending writes answered before reads showed them
 */
record Measurement(
        String scenario,
        int connections,
        double seconds,
        Histogram latencies,
        long errors,
        long pending) {

    static final String HEADING =
            "| scenario | connections | requests/s | p50 ms | p99 ms | errors | not yet visible |\n"
                    + "|---|--:|--:|--:|--:|--:|--:|";

    double perSecond() {
        return latencies.getTotalCount() / seconds;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %.2f | %.2f | %d | %d |",
                scenario,
                connections,
                perSecond(),
                latencies.getValueAtPercentile(50) / 1000.0,
                latencies.getValueAtPercentile(99) / 1000.0,
                errors,
                pending);
    }
}
