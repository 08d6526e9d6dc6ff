package io.rollbook.gateway.report;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.report.RefusedRequests;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests beyond a limit, by connection. There are not more connections than an administrator
 * made, and of those only the ones with a valid token. Thread-safe.
 */
final class ConnectionTally {

    private static final int TOO_MANY_REQUESTS = 429;

    private Map<Connection, Count> counts = new HashMap<>();

    private record Connection(String tenantId, String id) {}

    synchronized void add(Caller caller, String reason, boolean write, Instant at) {
        counts.computeIfAbsent(
                        new Connection(caller.tenantId(), caller.connectionId()),
                        absent -> new Count())
                .add(reason, write, at);
    }

    /** What was counted since the last call. */
    synchronized List<RefusedRequests> take() {
        List<RefusedRequests> told =
                counts.entrySet().stream()
                        .map(entry -> told(entry.getKey(), entry.getValue()))
                        .toList();
        counts = new HashMap<>();
        return told;
    }

    private static RefusedRequests told(Connection connection, Count count) {
        return count.told(connection.tenantId, connection.id, null, 1, TOO_MANY_REQUESTS);
    }
}
