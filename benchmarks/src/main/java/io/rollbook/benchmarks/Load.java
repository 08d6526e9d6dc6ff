package io.rollbook.benchmarks;

import org.HdrHistogram.Histogram;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Runs a request over some connections for a while and measures each answer. */
final class Load {

    private static final long LONGEST_MICROS = 60_000_000L;

    private final URI base;
    private final String token;
    private final Supplier<ProcessorTime> server;

    /**
     * @param server tells what the server's processes have used so far
     */
    Load(URI base, String token, Supplier<ProcessorTime> server) {
        this.base = base;
        this.token = token;
        this.server = server;
    }

    /** A request by its running number; numbers are unique over all connections. */
    @FunctionalInterface
    interface Request {
        HttpConnection.Answer send(HttpConnection connection, long number);
    }

    Measurement run(String scenario, int connections, Duration time, Request request) {
        return run(scenario, connections, time, Long.MAX_VALUE, new AtomicLong(), request);
    }

    /**
     * @param atMost stop after so many requests even if there is time left
     * @param numbers where the numbers come from, so that a next run can go on
     */
    Measurement run(
            String scenario,
            int connections,
            Duration time,
            long atMost,
            AtomicLong numbers,
            Request request) {
        var before = server.get();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long last = atMost == Long.MAX_VALUE ? atMost : numbers.get() + atMost;
        var workers = new ArrayList<Callable<Worker>>();
        for (int i = 0; i < connections; i++) {
            workers.add(() -> new Worker().work(end, last, numbers, request));
        }
        var done = all(workers);
        numbers.accumulateAndGet(last, Math::min);
        double seconds = (System.nanoTime() - start) / 1e9;
        var latencies = new Histogram(LONGEST_MICROS, 3);
        done.forEach(worker -> latencies.add(worker.latencies));
        return new Measurement(
                scenario,
                connections,
                seconds,
                latencies,
                done.stream().mapToLong(worker -> worker.errors).sum(),
                done.stream().mapToLong(worker -> worker.pending).sum(),
                server.get().since(before));
    }

    private static List<Worker> all(List<Callable<Worker>> workers) {
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var results = new ArrayList<Worker>();
            for (var result : threads.invokeAll(workers)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A connection failed", e.getCause());
        }
    }

    private final class Worker {
        private final Histogram latencies = new Histogram(LONGEST_MICROS, 3);
        private long errors;
        private long pending;

        Worker work(long end, long last, AtomicLong numbers, Request request) throws Exception {
            try (var connection = new HttpConnection(base, token)) {
                while (System.nanoTime() < end) {
                    long number = numbers.getAndIncrement();
                    if (number >= last) {
                        return this;
                    }
                    long sent = System.nanoTime();
                    var answer = request.send(connection, number);
                    long micros = (System.nanoTime() - sent) / 1_000;
                    latencies.recordValue(Math.min(micros, LONGEST_MICROS));
                    errors += answer.status() >= 300 ? 1 : 0;
                    pending += answer.pending() ? 1 : 0;
                }
            }
            return this;
        }
    }
}
