package io.rollbook.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long the server's processes have worked, in all their threads: other than rates, this hardly
 * depends on what else the machine does.
 */
record ProcessorTime(Duration jvm, Duration postgres) {

    /** Where nobody looked. */
    static final ProcessorTime UNKNOWN = new ProcessorTime(Duration.ZERO, Duration.ZERO);

    /**
     * Up to now.
     *
     * @param postgresFolder PostgreSQL's data
     */
    static ProcessorTime of(ProcessHandle jvm, Path postgresFolder) {
        return new ProcessorTime(used(jvm), postgres(postgresFolder));
    }

    private static Duration postgres(Path folder) {
        try {
            var pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip();
            return ProcessHandle.of(Long.parseLong(pid)).stream()
                    .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                    .map(ProcessorTime::used)
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(jvm.minus(earlier.jvm), postgres.minus(earlier.postgres));
    }

    /** Milliseconds of the JVM and of PostgreSQL for each of the requests, as cells of a table. */
    String cells(long requests) {
        return equals(UNKNOWN) || requests == 0
                ? "|  "
                : String.format(
                        Locale.ROOT,
                        "%.2f | %.2f",
                        jvm.toNanos() / 1e6 / requests,
                        postgres.toNanos() / 1e6 / requests);
    }
}
