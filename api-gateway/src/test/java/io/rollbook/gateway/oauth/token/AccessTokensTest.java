package io.rollbook.gateway.oauth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Clients;
import io.rollbook.gateway.running.KeyFile;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

class AccessTokensTest {

    private static final Path ONE = KeyFile.ofBits(2048);
    private static final Path OTHER = KeyFile.ofBits(2048);
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final Clients clients = new Clients();
    private final Caller caller = clients.callerOf("secret-1").orElseThrow();

    @Test
    void aTokenIsGoodForItsLifetime() {
        var tokens = with(clients, ONE);
        var token = issue(tokens);

        assertThat(tokens.ownerOf(token)).contains(caller);
        advance(Duration.ofMinutes(60).minusSeconds(1));
        assertThat(tokens.ownerOf(token)).contains(caller);
        advance(Duration.ofSeconds(1));
        assertThat(tokens.ownerOf(token)).isEmpty();
    }

    @Test
    void theOldKeyIsAcceptedUntilItIsTakenAway() {
        var old = issue(with(clients, ONE));

        assertThat(with(clients, OTHER, ONE).ownerOf(old)).contains(caller);
        assertThat(with(clients, OTHER).ownerOf(old)).isEmpty();
        assertThat(with(clients).ownerOf(old)).isEmpty();
        var fresh = issue(with(clients, OTHER, ONE));
        assertThat(with(clients, ONE, OTHER).ownerOf(fresh)).contains(caller);
        assertThat(with(clients, ONE).ownerOf(fresh)).isEmpty();
    }

    @Test
    void aRemovedCredentialEndsItsTokensWithinFiveSeconds() {
        var tokens = with(clients, ONE);
        var token = issue(tokens);
        assertThat(tokens.ownerOf(token)).isPresent();

        clients.remove("secret-1");
        advance(Duration.ofSeconds(5));

        assertThat(tokens.ownerOf(token)).isEmpty();
    }

    @Test
    void manyTokensOfACredentialAskForItOnce() {
        var tokens = with(clients, ONE);
        var first = issue(tokens);
        var second = issue(tokens);
        int before = clients.questions.get();

        for (int i = 0; i < 10; i++) {
            tokens.ownerOf(first);
            tokens.ownerOf(second);
        }

        assertThat(clients.questions.get() - before).isEqualTo(1);
    }

    @Test
    void aTokenNeverOpensMoreThanItWasIssuedForNorMoreThanItsClientMay() {
        var tokens = with(clients, ONE);
        var none = tokens.issue("https://r", "client-1", caller, Set.of(Role.AUDIT_READ)).token();
        var admin =
                tokens.issue("https://r", "client-1", caller, Set.of(Role.SCIM, Role.ADMIN))
                        .token();

        assertThat(tokens.ownerOf(none)).isEmpty();
        assertThat(tokens.ownerOf(admin).orElseThrow().roles()).containsExactly(Role.SCIM);
    }

    @Test
    void aTokenIsOfItsTenantEvenIfTheCredentialWereAnothers() {
        var elsewhere = new Caller("tenant-2", Profile.RFC, "connection-1", "secret-1", Set.of());
        var tokens = with(clients, ONE);
        var token = tokens.issue("https://r", "client-1", elsewhere, Set.of(Role.SCIM)).token();

        assertThat(tokens.ownerOf(token)).isEmpty();
    }

    private String issue(AccessTokens tokens) {
        return tokens.issue("https://r", "client-1", caller, caller.roles()).token();
    }

    private AccessTokens with(ClientDirectory directory, Path... keys) {
        return new AccessTokens(
                SigningKeys.of(List.of(keys)),
                directory,
                Duration.ofMinutes(60),
                Duration.ofSeconds(4),
                Duration.ofSeconds(1),
                100,
                () -> START.plusNanos(nanos.get()),
                nanos::get);
    }

    private void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
