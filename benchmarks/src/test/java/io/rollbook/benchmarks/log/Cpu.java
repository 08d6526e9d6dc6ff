package io.rollbook.benchmarks.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Seconds of processors that this process and PostgreSQL's have used. */
final class Cpu {

    record Used(double jvm, double server) {

        Used minus(Used before) {
            return new Used(jvm - before.jvm, server - before.server);
        }
    }

    private final ProcessHandle postmaster;
    private final Map<Long, Double> server = new HashMap<>();

    /**
     * @param data of the server
     */
    Cpu(Path data) throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
        this.postmaster = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    Used now() {
        // Those that have ended count with what they were last seen to have used.
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .forEach(process -> server.put(process.pid(), seconds(process)));
        return new Used(
                seconds(ProcessHandle.current()),
                server.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(used -> used.toNanos() / 1e9).orElse(0.0);
    }
}
