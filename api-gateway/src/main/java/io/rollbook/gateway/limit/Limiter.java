package io.rollbook.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.rollbook.scim.seam.Caller;

import java.time.Duration;

/**
 * Admits requests of authenticated callers as far as their connection and their tenant have a share
 * left. Thread-safe; its memory is bounded: whoever rests, or is one too many, is forgotten and
 * begins with a whole share.
 */
public final class Limiter {

    private static final int MOST_SHARES = 100_000;
    private static final Duration REST = Duration.ofMinutes(10);

    /** A request that is over makes room, and nobody knows when. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Allowances allowances;
    private final Forbearance forbearance;
    private final TimeMeter time;
    private final Cache<String, Share> connections;
    private final Cache<String, Share> tenants;

    public Limiter(Allowances allowances, Forbearance forbearance, TimeMeter time) {
        this.allowances = allowances;
        this.forbearance = forbearance;
        this.time = time;
        this.connections = shares();
        this.tenants = shares();
    }

    private static Cache<String, Share> shares() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_SHARES)
                .expireAfterAccess(REST)
                .executor(Runnable::run)
                .build();
    }

    public Admission admit(Caller caller) {
        Share connection =
                share(
                        connections,
                        caller.tenantId() + "/" + caller.connectionId(),
                        allowances.ofConnection(caller));
        Share tenant = share(tenants, caller.tenantId(), allowances.ofTenant(caller));
        String policy =
                "\"connection\";%s, \"tenant\";%s"
                        .formatted(quota(connection.allowance()), quota(tenant.allowance()));
        ConsumptionProbe own = connection.take();
        if (!own.isConsumed()) {
            return refused(
                    policy,
                    state("connection", connection, own),
                    Limit.CONNECTION_RATE,
                    own,
                    connection);
        }
        ConsumptionProbe shared = tenant.take();
        if (!shared.isConsumed()) {
            connection.giveBack();
            return refused(
                    policy, state("tenant", tenant, shared), Limit.TENANT_RATE, shared, connection);
        }
        return begun(policy, state("connection", connection, own), connection, tenant);
    }

    private static Admission begun(String policy, String state, Share connection, Share tenant) {
        if (!connection.begin()) {
            return refused(policy, state, Limit.CONNECTION_CONCURRENCY, SOON, connection);
        }
        if (!tenant.begin()) {
            connection.end();
            return refused(policy, state, Limit.TENANT_CONCURRENCY, SOON, connection);
        }
        return new Admission.Granted(
                policy,
                state,
                () -> {
                    connection.end();
                    tenant.end();
                });
    }

    private static Admission refused(
            String policy, String state, Limit limit, ConsumptionProbe probe, Share connection) {
        var refill = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return refused(policy, state, limit, refill, connection);
    }

    private static Admission refused(
            String policy, String state, Limit limit, Duration retryAfter, Share connection) {
        return new Admission.Refused(policy, state, limit, retryAfter, connection.holdOfRefusal());
    }

    private Share share(Cache<String, Share> shares, String key, Allowance allowance) {
        Share known = shares.get(key, absent -> Share.whole(allowance, forbearance, time));
        if (known.allowance().equals(allowance)) {
            return known;
        }
        return shares.asMap()
                .compute(
                        key,
                        (same, now) -> {
                            if (now == null) {
                                return Share.whole(allowance, forbearance, time);
                            }
                            return now.allowance().equals(allowance)
                                    ? now
                                    : now.changedTo(allowance, time);
                        });
    }

    private static String quota(Allowance allowance) {
        return "q=" + allowance.burst() + ";w=" + allowance.window();
    }

    /** What is left, and in how many seconds all of it is back. */
    private static String state(String name, Share share, ConsumptionProbe probe) {
        long left = probe.getRemainingTokens();
        long missing = share.allowance().burst() - left;
        long seconds = Math.ceilDiv(missing, (long) share.allowance().requestsPerSecond());
        return "\"" + name + "\";r=" + left + ";t=" + seconds;
    }
}
