package io.rollbook.benchmarks;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether one tenant's flood is felt by another: a quiet tenant sends twenty requests per second,
 * half of them writes, alone and beside a tenant that creates users over sixteen connections as
 * fast as it can, in turns and for as long each, so that a server that goes on warming up favours
 * neither. Once with the default limits and once without any.
 */
final class Fairness {

    private static final int FLOODING = 16;
    private static final int ROUNDS = 4;
    private static final int WARMING_TENANTS = 6;
    private static final int WARMING_CONNECTIONS = 4;
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
        try (var rollbook = StandaloneProcess.start(launcher, settings);
                var threads = Executors.newCachedThreadPool()) {
            var noisy = new Load(rollbook.base(), rollbook.newTenant("noisy"), rollbook::used);
            var quiet = new Quiet(rollbook, rollbook.newTenant("quiet"));
            warmUp(rollbook, quiet);
            var alone = new Latencies();
            var beside = new Latencies();
            var floods = new ArrayList<Measurement>();
            for (int round = 0; round < ROUNDS; round++) {
                quiet.send(time, alone, 200);
                Future<Measurement> flood = threads.submit(() -> flood(noisy, FLOODING, time));
                quiet.send(time, beside, 200);
                floods.add(result(flood));
            }
            print("quiet tenant alone, " + limits, alone);
            print("… beside a flood, " + limits, beside);
            floods.forEach(flood -> System.out.println(flood.row()));
            System.out.printf(
                    "p99 beside the flood is %.2f times the one alone (%s)%n",
                    beside.p99() / alone.p99(), limits);
        }
    }

    /** By many tenants at once, so that their limits let it become warm. */
    private void warmUp(StandaloneProcess rollbook, Quiet quiet) throws Exception {
        var work = new ArrayList<Callable<Object>>();
        for (int i = 0; i < WARMING_TENANTS; i++) {
            var load = new Load(rollbook.base(), rollbook.newTenant("warm" + i), rollbook::used);
            work.add(() -> flood(load, WARMING_CONNECTIONS, warmUp));
        }
        work.add(
                () -> {
                    // Late requests come all at once, and a cold server makes them late.
                    quiet.send(warmUp, new Latencies(), 429);
                    return true;
                });
        try (var threads = Executors.newCachedThreadPool()) {
            for (var done : threads.invokeAll(work)) {
                result(done);
            }
        }
    }

    private static Measurement flood(Load load, int connections, Duration time) {
        var directory = new Directory();
        return load.run(
                "the flood",
                connections,
                time,
                (connection, n) ->
                        connection.send("POST", "/Users", directory.createUser(System.nanoTime())));
    }

    private static <T> T result(Future<T> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed", e.getCause());
        }
    }

    private void print(String scenario, Latencies latencies) {
        double seconds = ROUNDS * time.toNanos() / 1e9;
        List.of(
                        new Measurement(scenario, 1, seconds, latencies.all(), 0, 0),
                        new Measurement("… its reads", 1, seconds, latencies.reads, 0, 0),
                        new Measurement("… its writes", 1, seconds, latencies.writes, 0, 0))
                .forEach(row -> System.out.println(row.row()));
    }

    /** In microseconds. */
    private static final class Latencies {
        private final Histogram reads = new Histogram(LONGEST_MICROS, 3);
        private final Histogram writes = new Histogram(LONGEST_MICROS, 3);

        Histogram all() {
            var all = reads.copy();
            all.add(writes);
            return all;
        }

        double p99() {
            return all().getValueAtPercentile(99);
        }
    }

    /** Sends at a fixed pace: whoever is late because of the server has waited, too. */
    private static final class Quiet {

        private final StandaloneProcess rollbook;
        private final String token;
        private final String user;
        private long sent;

        private Quiet(StandaloneProcess rollbook, String token) throws IOException {
            this.rollbook = rollbook;
            this.token = token;
            try (var connection = new HttpConnection(rollbook.base(), token)) {
                var created = connection.send("POST", "/Users", new Directory().createUser(0));
                this.user = "/Users/" + Directory.idIn(created.body());
            }
        }

        private void send(Duration time, Latencies latencies, int worst) throws IOException {
            try (var connection = new HttpConnection(rollbook.base(), token)) {
                long start = System.nanoTime();
                for (long n = 0; n * QUIET_NANOS < time.toNanos(); n++) {
                    long due = start + n * QUIET_NANOS;
                    LockSupport.parkNanos(due - System.nanoTime());
                    boolean reads = n % 2 == 0;
                    var answer =
                            reads
                                    ? connection.send("GET", user, "")
                                    : connection.send("PATCH", user, Directory.setTitle(sent++));
                    if (answer.status() > worst) {
                        throw new IllegalStateException("The quiet tenant got " + answer);
                    }
                    long micros = Math.clamp((System.nanoTime() - due) / 1_000, 1, LONGEST_MICROS);
                    (reads ? latencies.reads : latencies.writes).recordValue(micros);
                }
            }
        }
    }
}
