package io.rollbook.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.TokenText;
import io.rollbook.scim.seam.Unavailable;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

class CachedTokensTest {

    private static final Caller CALLER =
            new Caller("tenant-1", Profile.ENTRA, "entra", "token-1", Set.of(Role.SCIM));

    private final String token = TokenText.generate(new SecureRandom());
    private final Map<String, Caller> known = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final CachedTokens tokens = cached(this::lookUp, 100);

    @Test
    void ownerIsRememberedAndRevocationNoticedInTime() {
        known.put(TokenText.hash(token), CALLER);
        assertThat(tokens.ownerOf(token)).contains(CALLER);
        known.clear();

        pass(Duration.ofMillis(3_999));
        assertThat(tokens.ownerOf(token)).contains(CALLER);
        assertThat(asked).hasSize(1);

        pass(Duration.ofMillis(1));
        assertThat(tokens.ownerOf(token)).isEmpty();
    }

    @Test
    void rememberedOwnerIsNotRenewedByUse() {
        known.put(TokenText.hash(token), CALLER);
        for (int second = 0; second < 8; second++) {
            tokens.ownerOf(token);
            pass(Duration.ofSeconds(1));
        }

        assertThat(asked).hasSize(2);
    }

    @Test
    void newTokenIsKnownSoonAfterItWasTriedTooEarly() {
        assertThat(tokens.ownerOf(token)).isEmpty();
        known.put(TokenText.hash(token), CALLER);
        assertThat(tokens.ownerOf(token)).isEmpty();

        pass(Duration.ofSeconds(1));

        assertThat(tokens.ownerOf(token)).contains(CALLER);
    }

    @Test
    void onlyTheHashOfAWellFormedTokenIsLookedUp() {
        tokens.ownerOf(token);
        tokens.ownerOf(token.toUpperCase(Locale.ROOT));
        tokens.ownerOf("rbk_");
        tokens.ownerOf("");

        assertThat(asked).containsExactly(TokenText.hash(token));
    }

    @Test
    void directoryThatIsAwayIsAskedAgain() {
        Unavailable away = new Unavailable("the database", new IllegalStateException());
        List<Boolean> up = new ArrayList<>();
        CachedTokens flaky =
                cached(
                        hash -> {
                            if (up.isEmpty()) {
                                throw away;
                            }
                            return Optional.of(CALLER);
                        },
                        100);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> flaky.ownerOf(token));
        up.add(true);

        assertThat(flaky.ownerOf(token)).contains(CALLER);
    }

    private CachedTokens cached(TokenDirectory directory, int entries) {
        return new CachedTokens(
                directory,
                other -> Optional.empty(),
                Duration.ofSeconds(4),
                Duration.ofSeconds(1),
                entries,
                nanos::get);
    }

    private Optional<Caller> lookUp(String hash) {
        asked.add(hash);
        return Optional.ofNullable(known.get(hash));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
