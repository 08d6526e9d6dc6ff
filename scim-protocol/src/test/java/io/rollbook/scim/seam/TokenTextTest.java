package io.rollbook.scim.seam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;

class TokenTextTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    @Tag("X-1")
    void generatedTokensAreWellFormedAndDiffer() {
        String first = TokenText.generate(random);
        String second = TokenText.generate(random);

        assertThat(first).startsWith("rbk_").hasSize(53).isNotEqualTo(second);
        assertThat(TokenText.isWellFormed(first)).isTrue();
        assertThat(TokenText.isWellFormed(second)).isTrue();
    }

    @Test
    void smallestAndLargestSecretsKeepTheLength() {
        assertThat(TokenText.generate(filledWith((byte) 0))).hasSize(53).contains("rbk_0000");
        assertThat(TokenText.generate(filledWith((byte) -1))).hasSize(53);
    }

    @Test
    void anyChangedCharacterBreaksTheChecksum() {
        String token = TokenText.generate(random);

        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            String wrong = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(TokenText.isWellFormed(wrong)).as("changed at %d", i).isFalse();
        }
    }

    @Test
    void otherTextsAreRefusedWithoutException() {
        String token = TokenText.generate(random);

        assertThat(TokenText.isWellFormed("")).isFalse();
        assertThat(TokenText.isWellFormed("rbk_")).isFalse();
        assertThat(TokenText.isWellFormed(token + "0")).isFalse();
        assertThat(TokenText.isWellFormed(token.substring(1))).isFalse();
        assertThat(TokenText.isWellFormed(token.replace(token.charAt(20), 'é'))).isFalse();
    }

    @Test
    @Tag("X-1")
    void hashIsSha256InLowerCaseHex() {
        assertThat(TokenText.hash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static RandomGenerator filledWith(byte value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return value;
            }

            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, value);
            }
        };
    }
}
