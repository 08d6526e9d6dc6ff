package io.rollbook.benchmarks.kernel;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs both in turns and prints one table: {@code mvn -Pquick -pl benchmarks -am test-compile
 * exec:exec@kernel}. Medians, because other work on the machine disturbs them least; of several
 * rounds in JVMs of their own the quickest, because the machine's own pace changes meanwhile and a
 * slow round says nothing about the code.
 */
final class KernelComparison {

    private static final int ROUNDS = 5;

    /** What each of theirs is beside: the same, but that they can read a user in two ways. */
    private static final Map<String, String> OURS = Map.of("parseUserAsTree", "parseUser");

    private KernelComparison() {}

    public static void main(String[] arguments) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include("RollbookKernel|UnboundIdSdk")
                        .mode(Mode.SampleTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .threads(1)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .build();
        Map<String, List<Double>> medians = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (RunResult result : new Runner(options).run()) {
                medians.computeIfAbsent(nameOf(result), name -> new ArrayList<>())
                        .add(result.getPrimaryResult().getStatistics().getPercentile(50) / 1_000);
            }
        }
        medians.forEach((name, rounds) -> System.out.println(name + " " + rounds));
        print(medians);
    }

    private static void print(Map<String, List<Double>> medians) {
        System.out.println("\n| | Rollbook µs | UnboundID µs | ratio |\n|---|--:|--:|--:|");
        medians.forEach(
                (name, theirs) -> {
                    if (name.startsWith("UnboundIdSdk.")) {
                        var what = name.substring(name.indexOf('.') + 1);
                        var ours = medians.get("RollbookKernel." + OURS.getOrDefault(what, what));
                        System.out.printf(
                                Locale.ROOT,
                                "| %s | %.2f | %.2f | %.2f |%n",
                                what,
                                quickest(ours),
                                quickest(theirs),
                                quickest(ours) / quickest(theirs));
                    }
                });
    }

    /** The class and the method. */
    private static String nameOf(RunResult result) {
        var name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    }

    private static double quickest(List<Double> rounds) {
        return Collections.min(rounds);
    }
}
