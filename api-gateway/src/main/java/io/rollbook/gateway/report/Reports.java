package io.rollbook.gateway.report;

import io.rollbook.gateway.exchange.RequestIds;
import io.rollbook.link.FaultTrace;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.report.RefusalReport;
import io.rollbook.scim.seam.report.RefusedRequests;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Counts refused requests and tells them to the write side once for each interval, and at the end.
 * What cannot be told now is told with the next interval; what a killed process had counted is
 * lost, and was an interval at most. Thread-safe.
 */
public final class Reports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final int MOST_SOURCES_TOLD = 100;
    private static final int MOST_PER_MESSAGE = 1_000;
    private static final Caller GATEWAY = new Caller("", Profile.RFC, "", "", Set.of());

    private final ScimEndpoint recorder;
    private final InstantSource clock;
    private final SourceTally sources = new SourceTally(MOST_SOURCES_TOLD);
    private final ConnectionTally connections = new ConnectionTally();
    private final Deque<RefusedRequests> untold = new ArrayDeque<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("refusal-reports").factory());

    /**
     * @param recorder of the write side
     */
    public Reports(ScimEndpoint recorder, Duration interval, InstantSource clock) {
        this.recorder = recorder;
        this.clock = clock;
        // What fails in it is caught there.
        var _ =
                thread.scheduleWithFixedDelay(
                        this::tell,
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Somebody whose credential was not accepted. */
    public void stranger(String source, String reason, boolean write) {
        sources.add(source, reason, write, clock.instant());
    }

    /** A caller beyond a limit. */
    public void limited(Caller caller, String reason, boolean write) {
        connections.add(caller, reason, write, clock.instant());
    }

    private synchronized void tell() {
        try {
            // While something is untold the counts go on; so there is never more than one interval.
            if (untold.isEmpty()) {
                List<RefusedRequests> strangers = sources.take();
                alarm(strangers);
                Stream.concat(strangers.stream(), connections.take().stream()).forEach(untold::add);
            }
            while (!untold.isEmpty()) {
                List<RefusedRequests> next = untold.stream().limit(MOST_PER_MESSAGE).toList();
                send(next);
                next.forEach(told -> untold.poll());
            }
        } catch (RuntimeException e) {
            LOG.warn("Refused requests cannot be told to the log now: {}", FaultTrace.of(e));
        }
    }

    /** For whoever watches this log or the metrics; the addresses are in the server's own log. */
    private static void alarm(List<RefusedRequests> strangers) {
        if (!strangers.isEmpty()) {
            LOG.warn(
                    "{} requests from {} sources had no valid credential",
                    strangers.stream().mapToLong(RefusedRequests::requests).sum(),
                    strangers.stream().mapToLong(RefusedRequests::sources).sum());
        }
    }

    private void send(List<RefusedRequests> refused) {
        Instant now = clock.instant();
        ScimResponse answer =
                recorder.handle(
                        new ScimRequest(
                                ScimMethod.POST,
                                "/",
                                "",
                                Map.of(),
                                new RefusalReport(refused).toBytes(),
                                GATEWAY,
                                RequestIds.at(now, ThreadLocalRandom.current()),
                                now,
                                "",
                                null));
        if (answer.status() >= 300) {
            LOG.error("The write side refused a report of refused requests: {}", answer.status());
        }
    }

    /** Tells what is counted, if that is possible now. */
    @Override
    public void close() {
        thread.shutdown();
        tell();
    }
}
