package io.rollbook.benchmarks.kernel;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs both in turns and prints one table: {@code mvn -Pquick -pl benchmarks -am test-compile
 * exec:exec@kernel}. Medians, because other work on the machine disturbs them least.
 */
final class KernelComparison {

    private KernelComparison() {}

    public static void main(String[] arguments) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include("RollbookKernel|UnboundIdSdk")
                        .mode(Mode.SampleTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .threads(1)
                        .forks(2)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.seconds(1))
                        .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Double> ours = new TreeMap<>();
        Map<String, Double> theirs = new TreeMap<>();
        for (var result : results) {
            var name = result.getParams().getBenchmark();
            var into = name.contains("RollbookKernel") ? ours : theirs;
            into.put(
                    name.substring(name.lastIndexOf('.') + 1),
                    result.getPrimaryResult().getStatistics().getPercentile(50) / 1_000);
        }
        System.out.println("\n| | Rollbook µs | UnboundID µs | ratio |\n|---|--:|--:|--:|");
        ours.forEach(
                (name, micros) -> {
                    double other = theirs.getOrDefault(name, Double.NaN);
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %.2f | %.2f | %.2f |%n",
                            name,
                            micros,
                            other,
                            micros / other);
                });
    }
}
