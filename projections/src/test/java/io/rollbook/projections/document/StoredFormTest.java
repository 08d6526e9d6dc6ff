package io.rollbook.projections.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.canonical.CanonicalAttributes;
import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

class StoredFormTest {

    private static final ResourceType USER = SchemaCatalog.standard().user();
    private static final Meta META =
            new Meta(
                    Instant.parse("2026-03-02T09:15:00.123Z"),
                    Instant.parse("2026-03-02T09:16:00Z"),
                    3);

    @Test
    void foldsWhatIsNotCaseExactAndKeepsTheRest() {
        var form = form("{\"userName\":\"Straße\",\"externalId\":\"AbC\",\"displayName\":\"Ada\"}");

        assertThat(form.nameKey()).isEqualTo("strasse");
        assertThat(form.externalIdKey()).isEqualTo("AbC");
        assertThat(form.display()).isEqualTo("Ada");
        assertThat(form.search())
                .contains("\"userName\":\"strasse\"")
                .contains("\"externalId\":\"AbC\"")
                .contains("\"displayName\":\"ada\"");
    }

    @Test
    void findsByMailsEmployeeNumberAndManager() {
        var form =
                form(
                        """
                        {"userName": "a",
                         "emails": [{"value": "A@B", "type": "work"}, {"value": "a@b"}, {"type": "home"}],
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                             {"employeeNumber": "7", "manager": {"value": "m1"}}}
                        """);
        var urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:";

        assertThat(form.terms())
                .containsExactlyInAnyOrder(
                        new Term("emails.value", "a@b"),
                        new Term(urn + "employeeNumber", "7"),
                        new Term(urn + "manager.value", "m1"));
    }

    @Test
    void takesCharactersThatPostgresqlCannotStore() {
        var form = form("{\"userName\":\"a\\u0000b\",\"displayName\":\"x\\u0000\"}");

        assertThat(form.nameKey()).isEqualTo("a\uFFFDb");
        assertThat(form.search()).doesNotContain("\\u0000");
        assertThat(form.display()).isEqualTo("x\uFFFD");
    }

    @Test
    void keepsKeysShortAndWhole() {
        var form = form("{\"userName\":\"" + "😀".repeat(5_000) + "\"}");

        assertThat(form.nameKey()).isEqualTo("😀".repeat(256));
    }

    @Test
    void keysOrderAsTheirTextsDo() {
        var bmp = IndexKey.of("a".repeat(255) + "\uFFFDz");
        var beyond = IndexKey.of("a".repeat(255) + "😀a");

        assertThat(
                        Arrays.compareUnsigned(
                                bmp.getBytes(StandardCharsets.UTF_8),
                                beyond.getBytes(StandardCharsets.UTF_8)))
                .isNegative();
    }

    @Test
    void attributesComeBackFromCanonicalJson() {
        Complex attributes =
                Json.readObject(
                        """
                        {"userName": "ada", "active": true, "emails": [{"value": "a@b", "primary": true}],
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                             {"manager": {"value": "m1"}}}
                        """
                                .getBytes(StandardCharsets.UTF_8));

        var canonical = CanonicalJson.of(USER, "u1", attributes, META);

        assertThat(CanonicalAttributes.read(USER, canonical)).isEqualTo(attributes);
    }

    @Test
    void instantsOrderAsTheirDigits() {
        assertThat(ComparableForm.of(Instant.parse("1969-12-31T23:59:59.999999999Z")))
                .isLessThan(ComparableForm.of(Instant.EPOCH))
                .hasSameSizeAs(ComparableForm.of(Instant.MAX));
        assertThat(ComparableForm.of(Instant.MIN)).isLessThan(ComparableForm.of(Instant.EPOCH));
    }

    private static StoredForm form(String attributes) {
        var complex = Json.readObject(attributes.getBytes(StandardCharsets.UTF_8));
        return StoredForm.of(USER, CanonicalJson.of(USER, "u1", complex, META));
    }
}
