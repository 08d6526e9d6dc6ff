package io.rollbook.verify.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

class SigningKeyTest {

    private static final HexFormat HEX = HexFormat.of();

    /** RFC 8032 §7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,"
                + "'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,"
                + "72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                + "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,"
                + "af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290"
                + "ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void signsAsTheStandardDoes(String secret, String key, String message, String signature) {
        var signing = SigningKey.ofText(Base64.getEncoder().encodeToString(HEX.parseHex(secret)));
        var encoded = Base64.getDecoder().decode(signing.verifying().text());
        var text = HEX.parseHex(message);

        assertThat(HEX.formatHex(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)))
                .isEqualTo(key);
        assertThat(HEX.formatHex(signing.sign(text))).isEqualTo(signature);
        assertThat(signing.verifying().verifies(text, HEX.parseHex(signature))).isTrue();
        assertThat(signing.verifying().verifies(new byte[] {1}, HEX.parseHex(signature))).isFalse();
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> SigningKey.ofText("AAAA"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes");
    }

    @Test
    void isReadFromItsPem() {
        var key = key(1).verifying();

        assertThat(VerifyingKey.ofText(key.pem())).isEqualTo(key);
        assertThat(VerifyingKey.ofText(key.text()).id()).isEqualTo(key.id());
    }

    @Test
    void signsOneDocumentAndNoOther() {
        var signed = SignedDocument.sign(Map.of("type", "a", "n", 1), key(1));
        var changed =
                new SignedDocument(
                        signed.text().replace("1", "2"), signed.key(), signed.signature());

        assertThat(SignedDocument.read(signed.json().getBytes())).isEqualTo(signed);
        assertThat(signed.isSignedBy(key(1).verifying())).isTrue();
        assertThat(signed.isSignedBy(key(2).verifying())).isFalse();
        assertThat(changed.isSignedBy(key(1).verifying())).isFalse();
        assertThatThrownBy(() -> signed.members("b")).hasMessageContaining("type b");
    }

    @Test
    void trustsTheKeysThatATrustedOneVouchesFor() {
        var first = KeyAnnouncement.of(key(1), null, "2026-01-01T00:00:00Z");
        var second = KeyAnnouncement.of(key(2), key(1), "2026-02-01T00:00:00Z");
        var third = KeyAnnouncement.of(key(3), key(2), "2026-03-01T00:00:00Z");
        var stranger = KeyAnnouncement.of(key(4), null, "2026-04-01T00:00:00Z");
        var read =
                List.of(first, second, third, stranger).stream()
                        .map(each -> KeyAnnouncement.read(each.json().getBytes()))
                        .toList();

        var ring = new KeyRing(read);

        assertThat(ring.trustedWith(key(1).verifying()))
                .containsExactlyInAnyOrder(id(1), id(2), id(3))
                .isEqualTo(ring.trustedWith(key(3).verifying()));
        assertThat(ring.trustedWith(key(4).verifying())).containsExactly(id(4));
        assertThat(ring.trustedWith(key(5).verifying())).isEmpty();
    }

    /** Naming a trusted key as one's predecessor is not enough. */
    @Test
    void doesNotTrustAKeyThatOnlySaysSo() {
        var first = KeyAnnouncement.of(key(1), null, "2026-01-01T00:00:00Z");
        var claimed = KeyAnnouncement.of(key(6), key(1), "2026-02-01T00:00:00Z");
        var forged = new KeyAnnouncement(claimed.bySuccessor(), null);
        var selfSigned = new KeyAnnouncement(claimed.bySuccessor(), claimed.bySuccessor());

        assertThat(new KeyRing(List.of(first, forged)).trustedWith(key(1).verifying()))
                .containsExactly(id(1));
        assertThat(new KeyRing(List.of(first, selfSigned)).trustedWith(key(1).verifying()))
                .containsExactly(id(1));
    }

    private static String id(int number) {
        return key(number).verifying().id();
    }

    private static SigningKey key(int number) {
        var secret = new byte[SigningKey.SECRET_BYTES];
        secret[0] = (byte) number;
        return SigningKey.ofText(Base64.getEncoder().encodeToString(secret));
    }
}
