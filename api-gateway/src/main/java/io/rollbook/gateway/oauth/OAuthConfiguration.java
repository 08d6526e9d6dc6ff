package io.rollbook.gateway.oauth;

import com.github.benmanes.caffeine.cache.Ticker;

import io.micrometer.core.instrument.MeterRegistry;
import io.rollbook.gateway.GatewayProperties;
import io.rollbook.gateway.message.BodyIntake;
import io.rollbook.gateway.oauth.assertion.AssertionVerifier;
import io.rollbook.gateway.oauth.token.AccessTokens;
import io.rollbook.gateway.oauth.token.SigningKeys;
import io.rollbook.link.settings.EnvironmentNames;
import io.rollbook.scim.seam.ClientDirectory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.InstantSource;

/** OAuth 2.0 at the gateway, off without a signing key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuthProperties.class)
public class OAuthConfiguration {

    private final OAuthProperties settings;
    private final InstantSource clock = InstantSource.system();

    OAuthConfiguration(OAuthProperties settings) {
        EnvironmentNames.refuseUnknown(
                OAuthProperties.PREFIX, OAuthProperties.class, System.getenv().keySet());
        this.settings = settings;
    }

    @Bean
    SigningKeys signingKeys() {
        return SigningKeys.of(settings.keyFiles());
    }

    @Bean
    AccessTokens accessTokens(
            SigningKeys keys, ClientDirectory directory, GatewayProperties gateway) {
        return new AccessTokens(
                keys,
                directory,
                settings.tokenLifetime(),
                gateway.tokenKnownFor(),
                gateway.tokenUnknownFor(),
                gateway.tokenCacheEntries(),
                clock,
                Ticker.systemTicker());
    }

    @Bean
    AssertionVerifier assertionVerifier() {
        var issuers = settings.issuersOrStrict();
        return new AssertionVerifier(
                issuers.allowHttp(),
                issuers.allowPrivateAddresses(),
                Math.toIntExact(issuers.maxDocument().toBytes()),
                issuers.timeout(),
                issuers.keysKeptFor(),
                clock);
    }

    @Bean
    OAuthDoor oauthDoor(
            SigningKeys keys,
            AccessTokens tokens,
            AssertionVerifier assertions,
            ClientDirectory directory,
            GatewayProperties gateway,
            Gate gate,
            MeterRegistry meters) {
        return new OAuthDoor(
                new BodyIntake(gateway.bodyTimeout(), clock),
                new ClientAuthentication(directory, assertions),
                gate,
                tokens,
                new OAuthPages(keys),
                meters);
    }
}
