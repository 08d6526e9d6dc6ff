package io.rollbook.projections.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.projections.order.Position;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class CursorsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:15:00.123Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final CursorQuestion QUESTION =
            new CursorQuestion("tenant", "/Users", "title pr", "{User=userName} ascending ");
    private static final CursorContent CONTENT =
            new CursorContent(NOW, 10, 20, 1_000_000, new Position("ada@example.com", "u-1"));

    private final Cursors cursors = cursors(1);

    @Test
    void opensWhatItSealed() {
        for (var position :
                List.of(
                        new Position(null, "u1"),
                        new Position("", "u1"),
                        new Position("😀é\u0001".repeat(85), "u1"))) {
            var content = new CursorContent(NOW, 1, 2, 3, position);

            assertThat(open(cursors.seal(QUESTION, content))).isEqualTo(Outcome.accepted(content));
        }
    }

    @Test
    void anotherInstanceWithTheSameKeyOpensItToo() {
        assertThat(cursors(1).open(cursors.seal(QUESTION, CONTENT), QUESTION, NOW))
                .isEqualTo(Outcome.accepted(CONTENT));
    }

    @Test
    @Tag("Q2-4")
    void isMadeOfUnreservedCharactersAndTellsNothing() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 50; i++) {
            var cursor = cursors.seal(QUESTION, CONTENT);
            assertThat(cursor).matches("[A-Za-z0-9._~-]{1,2000}");
            assertThat(
                            new String(
                                    Base64.getUrlDecoder().decode(cursor),
                                    StandardCharsets.ISO_8859_1))
                    .doesNotContain("ada", "example", "tenant");
            seen.add(cursor);
        }
        assertThat(seen).hasSize(50);
    }

    @Test
    @Tag("Q2.1-1")
    void isWorthlessWhenAnythingOfItIsChanged() {
        var cursor = cursors.seal(QUESTION, CONTENT);
        var bytes = Base64.getUrlDecoder().decode(cursor);
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 1; bit < 256; bit <<= 1) {
                var forged = bytes.clone();
                forged[i] ^= (byte) bit;
                assertInvalid(Base64.getUrlEncoder().withoutPadding().encodeToString(forged));
            }
        }
        for (int length = 0; length < cursor.length(); length++) {
            assertInvalid(cursor.substring(0, length));
        }
        assertInvalid(cursor + "AAAA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "abc", "====", "é", "a b", "VZUTiyhEQJ94IR", "AQ", "' or 1=1 --"})
    @Tag("Q2.1-1")
    void isNotMadeByOthers(String cursor) {
        assertInvalid(cursor);
        assertInvalid(cursor.repeat(2_000));
    }

    @Test
    @Tag("Q2.1-1")
    @Tag("Q5.2-1")
    void belongsToOneQuestionOfOneTenantHere() {
        var cursor = cursors.seal(QUESTION, CONTENT);
        for (var other :
                Set.of(
                        new CursorQuestion("tenan", "t/Users", "title pr", QUESTION.order()),
                        new CursorQuestion("other", "/Users", "title pr", QUESTION.order()),
                        new CursorQuestion("tenant", "/Groups", "title pr", QUESTION.order()),
                        new CursorQuestion("tenant", "/", "title pr", QUESTION.order()),
                        new CursorQuestion("tenant", "/Users", "", QUESTION.order()),
                        new CursorQuestion("tenant", "/Users", "title pr", ""))) {
            // Long expired as well: that would be told only to whom it belongs.
            assertThat(cursors.open(cursor, other, NOW.plus(TIMEOUT.multipliedBy(2))))
                    .isEqualTo(refused(ScimType.INVALID_CURSOR));
        }
        assertThat(cursors(2).open(cursor, QUESTION, NOW))
                .isEqualTo(refused(ScimType.INVALID_CURSOR));
    }

    @Test
    @Tag("Q2.1-2")
    void expires() {
        var cursor = cursors.seal(QUESTION, CONTENT);

        assertThat(cursors.open(cursor, QUESTION, NOW.plus(TIMEOUT)))
                .isEqualTo(Outcome.accepted(CONTENT));
        assertThat(cursors.open(cursor, QUESTION, NOW.plus(TIMEOUT).plusMillis(1)))
                .isEqualTo(refused(ScimType.EXPIRED_CURSOR));
    }

    @Test
    void keysAreLongAndHidden() {
        assertThatThrownBy(() -> CursorKey.of(new byte[31])).hasMessageContaining("at least 32");
        assertThatThrownBy(() -> CursorKey.ofText("*")).hasMessageContaining("base64");
        assertThat(CursorKey.of(new byte[32]).toString()).isEqualTo("CursorKey[hidden]");
        assertThat(CONTENT.toString()).doesNotContain("ada");
    }

    private static Cursors cursors(int seed) {
        var key = new byte[32];
        key[0] = (byte) seed;
        return new Cursors(CursorKey.of(key), TIMEOUT);
    }

    private Outcome<CursorContent> open(String cursor) {
        return cursors.open(cursor, QUESTION, NOW);
    }

    private void assertInvalid(String cursor) {
        assertThat(open(cursor)).isEqualTo(refused(ScimType.INVALID_CURSOR));
    }

    private static Outcome<CursorContent> refused(ScimType type) {
        var expired = type == ScimType.EXPIRED_CURSOR;
        return Outcome.refused(
                ScimError.badRequest(
                        type,
                        expired
                                ? "The cursor has expired; begin again with an empty one."
                                : "The cursor does not belong to this query; begin again with an"
                                        + " empty one."));
    }
}
