package io.rollbook.benchmarks;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether one tenant's flood is felt by another: a quiet tenant sends twenty requests per second,
 * half of them writes, first alone and then beside a tenant that creates users over sixteen
 * connections as fast as it can. Once with the default limits and once without any.
 */
final class Fairness {

    private static final int FLOODING = 16;
    private static final long QUIET_NANOS = 50_000_000L;
    private static final long LONGEST_MICROS = 60_000_000L;

    private final Path launcher;
    private final Duration warmUp;
    private final Duration time;

    Fairness(Path launcher, Duration warmUp, Duration time) {
        this.launcher = launcher;
        this.warmUp = warmUp;
        this.time = time;
    }

    void run() throws Exception {
        System.out.println(Measurement.HEADING);
        run("default limits", Map.of());
        run("no limits", StandaloneProcess.WITHOUT_LIMITS);
    }

    private void run(String limits, Map<String, String> settings) throws Exception {
        try (var rollbook = StandaloneProcess.start(launcher, settings)) {
            var noisy = new Load(rollbook.base(), rollbook.newTenant("noisy"), rollbook::used);
            var quiet = new Quiet(rollbook, rollbook.newTenant("quiet"));
            flood(noisy, warmUp);
            quiet.send(warmUp);
            var alone = quiet.send(time);
            print("quiet tenant alone, " + limits, alone, 0);
            try (var threads = Executors.newSingleThreadExecutor()) {
                Future<Measurement> flood = threads.submit(() -> flood(noisy, time));
                var beside = quiet.send(time);
                print("… beside a flood, " + limits, beside, 0);
                System.out.println(result(flood).row());
                System.out.printf(
                        "p99 beside the flood is %.2f times the one alone (%s)%n",
                        (double) beside.getValueAtPercentile(99) / alone.getValueAtPercentile(99),
                        limits);
            }
        }
    }

    private static Measurement flood(Load load, Duration time) {
        var directory = new Directory();
        return load.run(
                "the flood",
                FLOODING,
                time,
                (connection, n) ->
                        connection.send("POST", "/Users", directory.createUser(System.nanoTime())));
    }

    private static Measurement result(Future<Measurement> flood) throws InterruptedException {
        try {
            return flood.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The flood failed", e.getCause());
        }
    }

    private void print(String scenario, Histogram latencies, long errors) {
        System.out.println(
                new Measurement(scenario, 1, time.toNanos() / 1e9, latencies, errors, 0).row());
    }

    /** Sends at a fixed pace: whoever is late because of the server has waited, too. */
    private static final class Quiet {

        private final StandaloneProcess rollbook;
        private final String token;
        private final String user;

        private Quiet(StandaloneProcess rollbook, String token) throws IOException {
            this.rollbook = rollbook;
            this.token = token;
            try (var connection = new HttpConnection(rollbook.base(), token)) {
                var created = connection.send("POST", "/Users", new Directory().createUser(0));
                this.user = "/Users/" + Directory.idIn(created.body());
            }
        }

        private Histogram send(Duration time) throws IOException {
            var latencies = new Histogram(LONGEST_MICROS, 3);
            try (var connection = new HttpConnection(rollbook.base(), token)) {
                long start = System.nanoTime();
                for (long n = 0; n * QUIET_NANOS < time.toNanos(); n++) {
                    long due = start + n * QUIET_NANOS;
                    LockSupport.parkNanos(due - System.nanoTime());
                    var answer =
                            n % 2 == 0
                                    ? connection.send("GET", user, "")
                                    : connection.send("PATCH", user, Directory.setTitle(n));
                    if (answer.status() != 200) {
                        throw new IllegalStateException("The quiet tenant got " + answer);
                    }
                    long micros = (System.nanoTime() - due) / 1_000;
                    latencies.recordValue(Math.clamp(micros, 1, LONGEST_MICROS));
                }
            }
            return latencies;
        }
    }
}
