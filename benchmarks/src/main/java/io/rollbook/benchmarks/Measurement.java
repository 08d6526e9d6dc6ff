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
        long pending,
        ProcessorTime server) {

    static final String HEADING =
            "| scenario | connections | requests/s | p50 ms | p99 ms | errors | not yet visible |"
                    + " JVM ms | PostgreSQL ms |\n"
                    + "|---|--:|--:|--:|--:|--:|--:|--:|--:|";

    Measurement(
            String scenario,
            int connections,
            double seconds,
            Histogram latencies,
            long errors,
            long pending) {
        this(scenario, connections, seconds, latencies, errors, pending, ProcessorTime.UNKNOWN);
    }

    double perSecond() {
        return latencies.getTotalCount() / seconds;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %.2f | %.2f | %d | %d | %s |",
                scenario,
                connections,
                perSecond(),
                latencies.getValueAtPercentile(50) / 1000.0,
                latencies.getValueAtPercentile(99) / 1000.0,
                errors,
                pending,
                server.cells(latencies.getTotalCount()));
    }
}
