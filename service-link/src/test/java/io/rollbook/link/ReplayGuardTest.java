package io.rollbook.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplayGuardTest {

    private final LinkFixture link = new LinkFixture();
    private final ReplayGuard guard = new ReplayGuard(link.clock());

    @Test
    void messageIsTakenOnce() {
        assertThat(guard.firstTime(message("a"))).isTrue();
        assertThat(guard.firstTime(message("a"))).isFalse();
        assertThat(guard.firstTime(message("b"))).isTrue();
    }

    @Test
    void idsAreForgottenOnlyAfterTheirSignaturesExpired() {
        LinkVerdict.Trusted old = message("old");
        guard.firstTime(old);

        link.pass(24);
        assertThat(guard.firstTime(old)).isFalse();

        link.pass(10);
        guard.firstTime(message("new"));
        assertThat(guard.size()).isEqualTo(1);
    }

    private LinkVerdict.Trusted message(String id) {
        return new LinkVerdict.Trusted(
                "gateway", id, link.clock().instant().plusSeconds(25), "digest");
    }
}
