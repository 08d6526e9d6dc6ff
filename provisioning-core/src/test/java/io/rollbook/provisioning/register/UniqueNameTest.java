package io.rollbook.provisioning.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniqueNameTest {

    @Test
    @Tag("X-4")
    @Tag("C4.1.1-2")
    void namesThatDifferByCaseOrCompositionAreTheSame() {
        assertThat(UniqueName.of("userName", "JOSE\u0301@Straße"))
                .isEqualTo(UniqueName.of("userName", "josé@STRASSE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\0b"})
    void whatCannotBeANameIsRefused(String name) {
        assertThat(UniqueName.of("userName", name)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    @Tag("H-7")
    void aNameFitsIntoAnIndex() {
        assertThat(UniqueName.of("userName", "é".repeat(512))).isInstanceOf(Outcome.Accepted.class);
        assertThat(UniqueName.of("userName", "é".repeat(513))).isInstanceOf(Outcome.Refused.class);
    }
}
