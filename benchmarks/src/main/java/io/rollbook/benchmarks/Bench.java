package io.rollbook.benchmarks;

import io.rollbook.benchmarks.audit.VerifyBench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** Starts a fresh standalone Rollbook, seeds it, runs every scenario and prints a table. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = VerifyBench.class,
        description = "Measures a fresh standalone Rollbook over HTTP.")
public final class Bench implements Callable<Integer> {

    private static final int[] CONNECTIONS = {1, 16};

    @Option(
            names = "--launcher",
            defaultValue = "${sys:rollbook.launcher:-./rollbook}",
            description = "the command that starts Rollbook")
    private Path launcher = Path.of("./rollbook");

    @Option(names = "--users", description = "users to seed before the read scenarios")
    private long users = 10_000;

    @Option(names = "--small-group", description = "members of the small group")
    private long smallGroup = 10_000;

    @Option(names = "--large-group", description = "members of the large group")
    private long largeGroup = 100_000;

    @Option(names = "--seconds", description = "seconds per scenario")
    private int seconds = 10;

    @Option(
            names = "--warm-up",
            description =
                    "seconds of every kind of request before measuring: a server runs for days")
    private int warmUp = 60;

    @Option(
            names = "--fairness",
            description = "only measure what a tenant notices of another one's flood")
    private boolean fairness;

    @Option(
            names = "--refusals",
            description = "only measure whether the time of a refusal tells what is wrong")
    private boolean refusals;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var time = Duration.ofSeconds(seconds);
        if (refusals) {
            new RefusalTiming(launcher).run();
            return 0;
        }
        if (fairness) {
            new Fairness(launcher, Duration.ofSeconds(warmUp), time).run();
            return 0;
        }
        try (var rollbook = StandaloneProcess.start(launcher, StandaloneProcess.WITHOUT_LIMITS)) {
            System.out.println(Measurement.HEADING);
            var scenarios = new Scenarios(rollbook.base(), rollbook.token(), rollbook::used, time);
            System.out.println(scenarios.seedUsers(users).row());
            scenarios.warmUp(Duration.ofSeconds(warmUp), users);
            users(scenarios);
            System.out.println(scenarios.seedUsers(usersNeeded() - scenarios.users()).row());
            group(scenarios, "small", smallGroup);
            group(scenarios, "large", largeGroup);
            var raw = new RawLimit(rollbook.superuserJdbcUrl());
            for (int connections : CONNECTIONS) {
                System.out.println(raw.run(connections, time).row());
            }
        }
        return 0;
    }

    private void users(Scenarios scenarios) {
        for (int connections : CONNECTIONS) {
            System.out.println(scenarios.getById(connections, users).row());
            System.out.println(scenarios.findByUserName(connections, users).row());
            System.out.println(scenarios.createUsers(connections).row());
            System.out.println(scenarios.patchUsers(connections, users).row());
        }
    }

    /** Those in the large group, and as many more as one scenario can add one by one. */
    private long usersNeeded() {
        return Math.max(largeGroup, smallGroup) + spare();
    }

    private long spare() {
        return 1_000L * seconds * CONNECTIONS.length;
    }

    private void group(Scenarios scenarios, String name, long members) throws Exception {
        var group = scenarios.seedGroup(name, 0, members);
        var next = new AtomicLong(members);
        for (int connections : CONNECTIONS) {
            var scenario = "add one member to " + members;
            long upTo = next.get() + spare() / CONNECTIONS.length;
            System.out.println(
                    scenarios.addMembers(scenario, group, connections, next, upTo).row());
        }
        long lost = scenarios.missing(group, members, next.get());
        System.out.println("lost members of the group of " + members + ": " + lost);
    }
}
