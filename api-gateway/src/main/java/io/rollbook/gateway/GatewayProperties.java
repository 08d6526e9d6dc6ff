package io.rollbook.gateway;

import io.rollbook.gateway.address.AddressRange;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The gateway's settings. Port, address and TLS are Spring Boot's {@code server.*}.
 *
 * @param adminSecretFile holds the secret of the operators; without it nobody is one
 * @param publicUrl scheme, host and port as clients see them, when proxies cannot be asked
 * @param trustedProxies addresses or CIDR ranges whose {@code X-Forwarded-*} headers are believed
 * @param maxBody the largest body, except for groups
 * @param maxGroupBody the largest body about groups
 * @param bodyTimeout how long a client may take to send a body
 * @param visibilityWait how long the answer to a write is held until reads show it
 * @param retryAfter told to clients when a part is away
 * @param tokenKnownFor how long a token's owner is remembered, and its revocation can go unnoticed
 * @param tokenUnknownFor how long it is remembered that a token is not valid
 * @param tokenCacheEntries how many tokens are remembered
 * @param healthKeptFor how long an answer about readiness is repeated
 * @param accessLog whether each request is logged
 * @param services where the services are, in the distributed form
 */
@ConfigurationProperties(prefix = GatewayProperties.PREFIX, ignoreUnknownFields = false)
public record GatewayProperties(
        @Nullable Path adminSecretFile,
        @Nullable URI publicUrl,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("10MB") DataSize maxGroupBody,
        @DefaultValue("30s") Duration bodyTimeout,
        @DefaultValue("2s") Duration visibilityWait,
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("4s") Duration tokenKnownFor,
        @DefaultValue("1s") Duration tokenUnknownFor,
        @DefaultValue("10000") int tokenCacheEntries,
        @DefaultValue("250ms") Duration healthKeptFor,
        @DefaultValue("true") boolean accessLog,
        @Nullable ServiceAddresses services) {

    static final String PREFIX = "rollbook.gateway";

    private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(512);

    public GatewayProperties {
        within("max-body", maxBody);
        within("max-group-body", maxGroupBody);
        within("body-timeout", bodyTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        within("visibility-wait", visibilityWait, Duration.ZERO, Duration.ofSeconds(30));
        within("retry-after", retryAfter, Duration.ofSeconds(1), Duration.ofHours(1));
        within("token-known-for", tokenKnownFor, Duration.ZERO, Duration.ofSeconds(5));
        within("token-unknown-for", tokenUnknownFor, Duration.ZERO, tokenKnownFor);
        within("health-kept-for", healthKeptFor, Duration.ZERO, Duration.ofSeconds(10));
        if (tokenCacheEntries < 1) {
            throw refusal("token-cache-entries", "at least 1", tokenCacheEntries);
        }
        if (publicUrl != null && !publicUrl.toString().matches("https?://[^/?#]+")) {
            throw refusal("public-url", "like https://host or https://host:8443", publicUrl);
        }
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(AddressRange::parse);
    }

    /** The trusted proxies as ranges. */
    public List<AddressRange> trustedRanges() {
        return trustedProxies.stream().map(AddressRange::parse).toList();
    }

    /** The larger of the two limits. */
    public DataSize largestBody() {
        return maxBody.compareTo(maxGroupBody) > 0 ? maxBody : maxGroupBody;
    }

    private static void within(String name, DataSize size) {
        if (size.toBytes() < 1 || size.compareTo(LARGEST_BODY) > 0) {
            throw refusal(name, "between 1B and 512MB", size);
        }
    }

    private static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw refusal(name, "between " + least + " and " + most, value);
        }
    }

    private static IllegalArgumentException refusal(String name, String allowed, Object value) {
        return new IllegalArgumentException(
                "rollbook.gateway." + name + " must be " + allowed + ", not " + value);
    }
}
