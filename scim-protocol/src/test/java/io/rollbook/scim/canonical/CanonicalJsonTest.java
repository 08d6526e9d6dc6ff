package io.rollbook.scim.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class CanonicalJsonTest {
    private static final SchemaCatalog CATALOG = SchemaCatalog.standard();
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final Meta META =
            new Meta(
                    Instant.parse("2026-03-02T09:15:00.123456Z"),
                    Instant.parse("2026-03-03T00:00:00Z"),
                    3);

    @Test
    void writesAttributesInSchemaOrderBetweenIdAndMeta() {
        Complex user =
                Complex.builder()
                        .put("active", Bool.TRUE)
                        .put("userName", new Text("mia"))
                        .put("externalId", new Text("e"))
                        .build();

        byte[] canonical = CanonicalJson.of(CATALOG.user(), "42", user, META);

        assertThat(new String(CanonicalJson.render(canonical, "https://h/scim/v2"), UTF_8))
                .isEqualTo(
                        """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"42",\
                        "externalId":"e","userName":"mia","active":true,\
                        "meta":{"resourceType":"User","created":"2026-03-02T09:15:00.123Z",\
                        "lastModified":"2026-03-03T00:00:00.000Z",\
                        "location":"https://h/scim/v2/Users/42","version":"W/\\"3\\""}}\
                        """);
    }

    @Test
    @Tag("C2.1-5")
    @Tag("P3.5.2-8")
    @Tag("Trap-23")
    void namesTheExtensionsThatAreUsed() {
        Complex with = Complex.of(ENTERPRISE, Complex.of("division", new Text("d")));
        Complex without = Complex.of(ENTERPRISE, Complex.EMPTY);

        assertThat(json(with)).contains("User\",\"" + ENTERPRISE + "\"]");
        assertThat(json(without)).doesNotContain(ENTERPRISE);
    }

    @Test
    @Tag("C4.3-1")
    void makesTheLocationOfAReference() {
        Complex user =
                Complex.of(
                        ENTERPRISE,
                        Complex.of("manager", Complex.of("value", new Text("a/../b \"é"))));

        assertThat(json(user))
                .contains(
                        "{\"value\":\"a/../b"
                                + " \\\"é\",\"$ref\":\"https://h/Users/a%2F..%2Fb%20%22%C3%A9\"}");
    }

    @Test
    void cannotBeFooledByTheByteForTheBaseUri() {
        assertThat(json(Complex.of("userName", new Text("\u0001/x"))))
                .contains("\"userName\":\"\\u0001/x\"");
    }

    @Test
    @Tag("T1.1-password")
    @Tag("C4.1.1-3")
    void neverWritesPasswordsOrWhatIsKeptApart() {
        Complex user = Complex.of("password", new Text("secret"), "groups", new Text("x"));
        byte[] group =
                CanonicalJson.of(CATALOG.group(), "1", Complex.of("members", new Text("m")), META);

        assertThat(json(user)).doesNotContain("password").doesNotContain("groups");
        assertThat(new String(group, UTF_8)).doesNotContain("members");
    }

    @Test
    void splicesReferencesIn() {
        byte[] canonical =
                CanonicalJson.of(
                        CATALOG.group(), "g", Complex.of("displayName", new Text("Risk")), META);
        Splice members =
                new ReferenceArray("members")
                        .add(CATALOG.user(), "1", "Mia \"M\" Okoro", "User")
                        .add(CATALOG.group(), "2", null, "Group")
                        .toSplice();

        byte[] rendered = CanonicalJson.render(canonical, "https://h", List.of(members));

        assertThat(Json.readObject(rendered).get("members"))
                .isEqualTo(
                        Json.readObject(
                                        """
                                        {"m":[{"value":"1","$ref":"https://h/Users/1",
                                          "display":"Mia \\"M\\" Okoro","type":"User"},
                                         {"value":"2","$ref":"https://h/Groups/2","type":"Group"}]}
                                        """
                                                .getBytes(UTF_8))
                                .get("m"));
    }

    @Test
    void splicesAnEmptyArray() {
        byte[] canonical = CanonicalJson.of(CATALOG.group(), "g", Complex.EMPTY, META);
        Splice none = new ReferenceArray("members").toSplice();

        assertThat(new String(CanonicalJson.render(canonical, "", List.of(none)), UTF_8))
                .endsWith("},\"members\":[]}");
    }

    @Test
    void escapesTheBaseUri() {
        byte[] canonical = CanonicalJson.of(CATALOG.group(), "g", Complex.EMPTY, META);

        Complex read = Json.readObject(CanonicalJson.render(canonical, "https://h/\"x"));

        assertThat(read.get("meta")).isInstanceOf(Complex.class);
        assertThat(((Complex) read.members().get("meta")).get("location"))
                .isEqualTo(new Text("https://h/\"x/Groups/g"));
    }

    private static String json(Complex attributes) {
        byte[] canonical = CanonicalJson.of(CATALOG.user(), "42", attributes, META);
        return new String(CanonicalJson.render(canonical, "https://h"), UTF_8);
    }
}
