package io.rollbook.benchmarks.history;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.LogSchema;
import io.rollbook.audit.history.query.HistoryEndpoint;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.embedded.postgres.EmbeddedPostgres;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.HdrHistogram.Histogram;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * {@code mvn -q -Pquick -pl benchmarks -am test-compile exec:exec@history}; with {@code
 * -Dhistory.args=pause} it waits for Enter when all is written.
 */
public final class HistoryBenchmark {

    private static final int WARM_UP = 100;
    private static final int REQUESTS = 400;

    private final ScimEndpoint endpoint;
    private final Random random = new Random(2);
    private final long last;

    private HistoryBenchmark(ScimEndpoint endpoint, long last) {
        this.endpoint = endpoint;
        this.last = last;
    }

    public static void main(String[] arguments) throws IOException {
        try (var services = EmbeddedServices.startTemporary()) {
            var owned =
                    services.postgres()
                            .createOwnedSchema(EmbeddedPostgres.DATABASE, "rollbook_audit");
            var owner = owned.owner();
            var service = owned.service();
            LogSchema.migrate(owner.jdbcUrl(), owner.user(), owner.password(), service.user());
            try (var database =
                    LogDatabase.open(service.jdbcUrl(), service.user(), service.password())) {
                measure(database, List.of(arguments).contains("pause"));
            }
        }
    }

    private static void measure(LogDatabase database, boolean pause) throws IOException {
        var history = new LongHistory(database);
        long last = history.write();
        System.out.printf(
                "%,d events with %,d changes of membership written in %.1f s: %,.0f events/s%n%n",
                last, LongHistory.CHANGES, history.seconds(), last / history.seconds());
        if (pause) {
            System.out.println("Press Enter.");
            int unused = System.in.read();
        }
        System.out.println("| question | p50 ms | p95 ms | p99 ms | max ms |");
        System.out.println("|---|--:|--:|--:|--:|");
        new HistoryBenchmark(new HistoryEndpoint(database, InstantSource.system()), last).ask();
    }

    private void ask() {
        long full = LongHistory.MEMBERS + 200L;
        measure(
                "first 100 members at an instant",
                i -> "/history/group/members?at=" + LongHistory.time(between(full, last)));
        measure(
                "1,000 members at an event, from anywhere in the group",
                i -> members(between(full, last)));
        measure("1,000 members at the last event", i -> members(last));
        measure(
                "all pages of an early event: 1,000 members, last in order, 999,000 changes later",
                i -> "/history/group/members?count=1000&number=" + (LongHistory.MEMBERS + 2));
        measure(
                "groups of a user at an instant",
                i ->
                        "/history/%s/groups?at=%s"
                                .formatted(user(), LongHistory.time(between(full, last))));
        measure("a user as it was", i -> "/history/" + user() + "/snapshot?number=" + last);
        measure(
                "each membership of a user",
                i -> "/history/" + user() + "/memberships?number=" + last);
        measure("difference of the group, 1,000 events apart, 100 members", i -> difference(1_000));
        measure(
                "difference of the group, all its life apart, first 100 members",
                i -> "/history/group/difference?fromNumber=" + full + "&toNumber=" + last);
        measure(
                "difference of the tenant, 1,000 events apart",
                i -> {
                    long from = between(full, last - 1_000);
                    return "/history/difference?fromNumber=%d&toNumber=%d"
                            .formatted(from, from + 1_000);
                });
        measure(
                "100 versions of the group",
                i -> "/history/group?fromNumber=" + between(full, last));
    }

    /** A cursor in the middle of the group: what it says is what a page would have said. */
    private String members(long number) {
        var place = "0.%d.0.0.%s".formatted(number, user());
        var cursor =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
        return "/history/group/members?count=1000&number=%d&cursor=%s".formatted(number, cursor);
    }

    private String difference(long events) {
        long from = between(LongHistory.MEMBERS + 200L, last - events);
        return "/history/group/difference?fromNumber=%d&toNumber=%d".formatted(from, from + events);
    }

    private String user() {
        return LongHistory.user(random.nextInt(LongHistory.MEMBERS));
    }

    private long between(long first, long end) {
        return first + random.nextLong(end - first);
    }

    private void measure(String question, IntFunction<String> target) {
        for (int i = 0; i < WARM_UP; i++) {
            ask(target.apply(i));
        }
        var times = new Histogram(3);
        for (int i = 0; i < REQUESTS; i++) {
            var asked = target.apply(i);
            long began = System.nanoTime();
            askAll(asked, question.startsWith("all pages"));
            times.recordValue((System.nanoTime() - began) / 1_000);
        }
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                question,
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(95) / 1e3,
                times.getValueAtPercentile(99) / 1e3,
                times.getMaxValue() / 1e3);
    }

    private void askAll(String target, boolean everyPage) {
        var next = ask(target);
        while (everyPage && next.isPresent()) {
            next = ask(target + "&cursor=" + next.get());
        }
    }

    private Optional<String> ask(String target) {
        var parts = target.split("\\?", 2);
        var response =
                endpoint.handle(
                        new ScimRequest(
                                ScimMethod.GET,
                                parts[0],
                                parts.length > 1 ? parts[1] : "",
                                Map.of(),
                                new byte[0],
                                new Caller(
                                        LongHistory.TENANT,
                                        Profile.ENTRA,
                                        "officer",
                                        "token",
                                        Set.of(Role.AUDIT_READ)),
                                "request",
                                LongHistory.BEGINNING,
                                "https://host/audit",
                                null));
        if (response.status() != 200) {
            throw new IllegalStateException(target + " was answered with " + response.status());
        }
        return JsonMapper.shared().readTree(response.body()).path("next").asStringOpt();
    }
}
