package io.rollbook.benchmarks;

import io.rollbook.scim.seam.TokenText;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether the time of a refusal tells what is wrong with a token: one that never existed, one that
 * was revoked. Each is sent once, in turns, over one connection.
 */
final class RefusalTiming {

    private static final int TOKENS = 1_000;
    private static final Duration FORGOTTEN = Duration.ofSeconds(6);
    private static final long LONGEST_NANOS = 1_000_000_000L;

    private final Path launcher;

    RefusalTiming(Path launcher) {
        this.launcher = launcher;
    }

    void run() throws Exception {
        var settings = new HashMap<>(StandaloneProcess.WITHOUT_LIMITS);
        settings.put("ROLLBOOK_LIMITS_FAILURES_BURST", "1000000");
        try (var rollbook = StandaloneProcess.start(launcher, settings)) {
            rollbook.newTenant("contoso");
            var tokens =
                    Map.of("that never existed", unknown(), "that was revoked", revoked(rollbook));
            // What a gateway remembers of a revoked token is forgotten.
            LockSupport.parkNanos(FORGOTTEN.toNanos());
            print(measured(rollbook, tokens));
        }
    }

    private static List<String> unknown() {
        var random = new SecureRandom();
        var tokens = new ArrayList<String>();
        for (int i = 0; i < TOKENS; i++) {
            tokens.add(TokenText.generate(random));
        }
        return tokens;
    }

    private static List<String> revoked(StandaloneProcess rollbook) throws IOException {
        var tokens = new ArrayList<String>();
        try (var administrator = rollbook.administrator()) {
            for (int i = 0; i < TOKENS; i++) {
                var issued = administrator.send("POST", "/tenants/contoso/tokens", "{}").body();
                tokens.add(member(issued, "token"));
                administrator.send("DELETE", "/tokens/" + member(issued, "tokenId"), "");
            }
        }
        return tokens;
    }

    private static String member(String json, String name) {
        int start = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(start, json.indexOf('"', start));
    }

    /** The first half warms up. */
    private static Map<String, Histogram> measured(
            StandaloneProcess rollbook, Map<String, List<String>> tokens) throws IOException {
        var times = new HashMap<String, Histogram>();
        try (var connection = new HttpConnection(rollbook.base(), "")) {
            for (int i = 0; i < TOKENS; i++) {
                for (var kind : tokens.entrySet()) {
                    connection.as(kind.getValue().get(i));
                    long start = System.nanoTime();
                    int status = connection.send("GET", "/Users", "").status();
                    long nanos = System.nanoTime() - start;
                    if (status != 401) {
                        throw new IllegalStateException("A token was answered " + status);
                    }
                    if (i >= TOKENS / 2) {
                        times.computeIfAbsent(
                                        kind.getKey(), name -> new Histogram(LONGEST_NANOS, 4))
                                .recordValue(Math.min(nanos, LONGEST_NANOS));
                    }
                }
            }
        }
        return times;
    }

    private static void print(Map<String, Histogram> times) {
        System.out.println("| a token | p25 µs | p50 µs | p75 µs |\n|---|--:|--:|--:|");
        times.forEach(
                (name, histogram) ->
                        System.out.printf(
                                "| %s | %.1f | %.1f | %.1f |%n",
                                name,
                                micros(histogram, 25),
                                micros(histogram, 50),
                                micros(histogram, 75)));
    }

    private static double micros(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e3;
    }
}
