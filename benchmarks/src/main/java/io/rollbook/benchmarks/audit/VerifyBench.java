package io.rollbook.benchmarks.audit;

import io.rollbook.verify.export.ExportCheck;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/** How fast an export is verified, parsing and hashing every line. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Measures how fast an export of the log is verified.")
public final class VerifyBench implements Callable<Integer> {

    @Option(names = "--entries", description = "entries of the export")
    private long entries = 500_000;

    @Option(names = "--rounds", description = "how often it is verified; the first warms up")
    private int rounds = 4;

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("rollbook-verify-");
        try {
            GeneratedExport.write(folder, entries);
            System.out.println(
                    "| round | entries | seconds | entries/s | entries per second of CPU |");
            System.out.println("|--:|--:|--:|--:|--:|");
            for (int round = 1; round <= rounds; round++) {
                round(folder, round);
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void round(Path folder, int round) throws IOException {
        double cpu = cpuSeconds();
        long start = System.nanoTime();
        var report = new ExportCheck(folder, null, List.of()).run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!report.isIntact() || report.entries() != entries) {
            throw new IllegalStateException("The export is not intact: " + report.findings());
        }
        System.out.printf(
                "| %d | %,d | %.2f | %,.0f | %,.0f |%n",
                round, entries, seconds, entries / seconds, entries / (cpuSeconds() - cpu));
    }

    /** What this process used so far, of all cores. */
    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
