package io.rollbook.gateway;

import io.rollbook.gateway.limit.Allowance;
import io.rollbook.gateway.limit.Forbearance;
import io.rollbook.gateway.stranger.Patience;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How much callers may ask of one gateway. Each instance counts for itself.
 *
 * @param connection for each connection that has no limits of its own
 * @param tenant for all connections of a tenant together
 * @param concurrentRequests under way in this instance, whoever sent them; one more gets 503
 * @param refusals how many of a connection's refusals are answered at once
 * @param failures how many requests without a valid credential are borne
 * @param reportEvery how often refused requests are told to the log
 * @param headTimeout how long the head of a request may take to arrive
 */
@ConfigurationProperties(prefix = LimitProperties.PREFIX, ignoreUnknownFields = false)
public record LimitProperties(
        @DefaultValue Allowance connection,
        @DefaultValue TenantAllowance tenant,
        @DefaultValue("256") int concurrentRequests,
        @DefaultValue Forbearance refusals,
        @DefaultValue Patience failures,
        @DefaultValue("5m") Duration reportEvery,
        @DefaultValue("20s") Duration headTimeout) {

    static final String PREFIX = "rollbook.limits";

    private static final int MOST = 100_000;

    public LimitProperties {
        if (concurrentRequests < 1 || concurrentRequests > MOST) {
            throw new IllegalArgumentException(
                    "%s.concurrent-requests must be between 1 and %d, not %d"
                            .formatted(PREFIX, MOST, concurrentRequests));
        }
        within("report-every", reportEvery, Duration.ofHours(1));
        within("head-timeout", headTimeout, Duration.ofMinutes(5));
    }

    private static void within(String name, Duration value, Duration most) {
        if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s.%s must be between PT1S and %s, not %s"
                            .formatted(PREFIX, name, most, value));
        }
    }

    /** An {@link Allowance} with the defaults of tenants. */
    public record TenantAllowance(
            @DefaultValue("100") int requestsPerSecond,
            @DefaultValue("200") int burst,
            @DefaultValue("32") int concurrentRequests) {

        public TenantAllowance {
            new Allowance(requestsPerSecond, burst, concurrentRequests);
        }

        public Allowance allowance() {
            return new Allowance(requestsPerSecond, burst, concurrentRequests);
        }
    }
}
