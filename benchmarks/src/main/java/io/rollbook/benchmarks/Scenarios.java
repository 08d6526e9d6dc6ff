package io.rollbook.benchmarks;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** The scenarios of the design's table of speeds, in an order in which each finds what it needs. */
final class Scenarios {

    private static final int MEMBERS_PER_REQUEST = 1_000;
    private static final int WARM_UP_CONNECTIONS = 16;
    private static final Duration LONG = Duration.ofMinutes(30);

    private final Load load;
    private final URI base;
    private final String token;
    private final Duration time;
    private final Directory directory = new Directory();
    private final AtomicLong nextUser = new AtomicLong();

    Scenarios(URI base, String token, Supplier<ProcessorTime> server, Duration time) {
        this.load = new Load(base, token, server);
        this.base = base;
        this.token = token;
        this.time = time;
    }

    Measurement seedUsers(long users) {
        return load.run("POST user (seed)", 16, LONG, users, nextUser, this::create);
    }

    /** Users at hand now, numbered from 0. */
    long users() {
        return nextUser.get();
    }

    Measurement createUsers(int connections) {
        return load.run("POST user", connections, time, Long.MAX_VALUE, nextUser, this::create);
    }

    private HttpConnection.Answer create(HttpConnection connection, long number) {
        var answer = connection.send("POST", "/Users", directory.createUser(number));
        if (answer.status() == 201) {
            directory.remember(number, answer.body());
        }
        return answer;
    }

    Measurement getById(int connections, long users) {
        return load.run(
                "GET user by id",
                connections,
                time,
                (connection, n) -> connection.send("GET", "/Users/" + any(users), ""));
    }

    Measurement findByUserName(int connections, long users) {
        return load.run(
                "GET userName eq",
                connections,
                time,
                (connection, n) -> connection.send("GET", byUserName(users), ""));
    }

    private static String byUserName(long users) {
        var name = Directory.userName(ThreadLocalRandom.current().nextLong(users));
        return "/Users?filter=" + encoded("userName eq \"" + name + "\"");
    }

    Measurement patchUsers(int connections, long users) {
        return load.run(
                "PATCH user",
                connections,
                time,
                (connection, n) ->
                        connection.send(
                                "PATCH",
                                "/Users/" + any(users),
                                Directory.setTitle(System.nanoTime())));
    }

    /** Requests of every kind that are not measured, until the JVM has compiled what they run. */
    void warmUp(Duration time, long users) throws Exception {
        var group = new AtomicLong();
        var joined = seedGroup("warm-up", 0, 0);
        load.run(
                "warm-up",
                WARM_UP_CONNECTIONS,
                time,
                (connection, n) ->
                        switch ((int) (n % 6)) {
                            case 0 -> create(connection, nextUser.getAndIncrement());
                            case 1 -> connection.send("GET", "/Users/" + any(users), "");
                            case 2 -> connection.send("GET", byUserName(users), "");
                            case 3 ->
                                    connection.send(
                                            "PATCH", "/Users/" + any(users), Directory.setTitle(n));
                            case 4 ->
                                    connection.send(
                                            "PATCH",
                                            "/Groups/" + joined,
                                            Directory.addMembers(List.of(any(users))));
                            default ->
                                    connection.send(
                                            "POST",
                                            "/Groups",
                                            Directory.createGroup(
                                                    "warm " + group.getAndIncrement()));
                        });
    }

    /** Makes a group of the users numbered {@code from} to {@code to} and gives its id. */
    String seedGroup(String name, long from, long to) throws Exception {
        try (var connection = new HttpConnection(base, token)) {
            var created = connection.send("POST", "/Groups", Directory.createGroup(name));
            var group = Directory.idIn(created.body());
            for (long start = from; start < to; start += MEMBERS_PER_REQUEST) {
                long end = Math.min(to, start + MEMBERS_PER_REQUEST);
                var ids = LongStream.range(start, end).mapToObj(directory::id).toList();
                var answer =
                        connection.send("PATCH", "/Groups/" + group, Directory.addMembers(ids));
                if (answer.status() >= 300) {
                    throw new IllegalStateException("Seeding a group: " + answer);
                }
            }
            return group;
        }
    }

    /** Adds users one by one, each once, beginning with number {@code first}. */
    Measurement addMembers(
            String scenario, String group, int connections, AtomicLong next, long upTo) {
        return load.run(
                scenario,
                connections,
                time,
                upTo - next.get(),
                next,
                (connection, number) ->
                        connection.send(
                                "PATCH",
                                "/Groups/" + group,
                                Directory.addMembers(List.of(directory.id(number)))));
    }

    /** How many of the users are not in the group, asked one by one by filter. */
    long missing(String group, long from, long to) throws Exception {
        var missing = new ArrayList<Long>();
        try (var connection = new HttpConnection(base, token)) {
            for (long number = from; number < to; number++) {
                var filter =
                        "id eq \"%s\" and members eq \"%s\"".formatted(group, directory.id(number));
                var path = "/Groups?attributes=id&filter=" + encoded(filter);
                if (!connection.send("GET", path, "").body().contains("\"totalResults\":1")) {
                    missing.add(number);
                }
            }
        }
        return missing.size();
    }

    private String any(long users) {
        return directory.id(ThreadLocalRandom.current().nextLong(users));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
