package io.rollbook.projections.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private final EntityTag tag = EntityTag.of(3);

    @ParameterizedTest
    @ValueSource(strings = {"W/\"3\"", "\"3\"", "*", "W/\"2\", W/\"3\""})
    void isInListsThatNameItsVersion(String list) {
        assertThat(tag.isIn(list)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"33\"", "\"2\"", "3", ""})
    void isNotInOthers(String list) {
        assertThat(tag.isIn(list)).isFalse();
    }
}
