package io.rollbook.gateway.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The gateway's settings for OAuth 2.0.
 *
 * @param keyFiles PEM files with RSA private keys, the same for all gateways: the first signs
 *     access tokens, all are accepted and published; without any there is no OAuth
 * @param tokenLifetime how long an access token is good
 * @param issuers how the keys of others are fetched
 */
@ConfigurationProperties(prefix = OAuthProperties.PREFIX, ignoreUnknownFields = false)
public record OAuthProperties(
        @DefaultValue List<Path> keyFiles,
        @DefaultValue("60m") Duration tokenLifetime,
        @Nullable Issuers issuers) {

    static final String PREFIX = "rollbook.oauth";

    /**
     * How documents of issuers are fetched.
     *
     * @param allowHttp whether plain HTTP will do; for tests only
     * @param allowPrivateAddresses whether addresses that are not public may be asked
     * @param timeout for one document, from the first byte to the last
     * @param maxDocument the largest document
     * @param keysKeptFor how long keys are used without looking for new ones
     */
    public record Issuers(
            @DefaultValue("false") boolean allowHttp,
            @DefaultValue("false") boolean allowPrivateAddresses,
            @DefaultValue("5s") Duration timeout,
            @DefaultValue("256KB") DataSize maxDocument,
            @DefaultValue("15m") Duration keysKeptFor) {

        static final Issuers STRICT =
                new Issuers(
                        false,
                        false,
                        Duration.ofSeconds(5),
                        DataSize.ofKilobytes(256),
                        Duration.ofMinutes(15));

        public Issuers {
            within("issuers.timeout", timeout, Duration.ofSeconds(1), Duration.ofSeconds(30));
            within("issuers.keys-kept-for", keysKeptFor, Duration.ofMinutes(1), Duration.ofDays(1));
            if (maxDocument.toBytes() < 1024 || maxDocument.toMegabytes() > 16) {
                throw refusal("issuers.max-document", "between 1KB and 16MB", maxDocument);
            }
        }
    }

    public OAuthProperties {
        keyFiles = List.copyOf(keyFiles);
        within("token-lifetime", tokenLifetime, Duration.ofMinutes(1), Duration.ofHours(6));
    }

    /** What is set, or what is safe. */
    public Issuers issuersOrStrict() {
        return issuers == null ? Issuers.STRICT : issuers;
    }

    private static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw refusal(name, "between " + least + " and " + most, value);
        }
    }

    private static IllegalArgumentException refusal(String name, String allowed, Object value) {
        return new IllegalArgumentException(
                "rollbook.oauth." + name + " must be " + allowed + ", not " + value);
    }
}
