package io.rollbook.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.RunningRollbook.Tenant;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Every text comes back as it was, or is refused by a rule. */
class TextIT {

    private static final Tenant TENANT = RunningRollbook.shared().newTenant("entra");
    private static final ScimClient SCIM = TENANT.scim();
    private static final int LONGEST = 16_384;

    private final String name = UUID.randomUUID().toString();

    @ParameterizedTest
    @Tag("H-5")
    @Tag("C2.4-3")
    @ValueSource(
            strings = {
                "😀👩‍👩‍👧‍👦 family",
                "e\u0301 and \u00e9 are not the same",
                "שלום \u202Eabc\u202C مرحبا",
                "Straße İstanbul ǅ ﬁ",
                "tab\tand\r\nline breaks",
                "quotes \" and \\ and / and <script>",
                "+44 7700 900123"
            })
    void everyScriptComesBackUnchanged(String text) {
        var user = user();
        user.put("displayName", text).put("externalId", text).put("title", text);

        var created = SCIM.post("/Users", user.toString()).expect(201);

        var read = SCIM.get("/Users/" + created.id()).expect(200);
        assertThat(read.text("/displayName")).isEqualTo(text);
        assertThat(read.text("/externalId")).isEqualTo(text);
        assertThat(created.body()).isEqualTo(read.body());
        var filter = "externalId eq " + JsonMapper.shared().writeValueAsString(text);
        assertThat(SCIM.find("/Users", filter).totalResults()).isPositive();
    }

    @ParameterizedTest
    @Tag("H-6")
    @CsvSource({
        "\\u0000, invalidValue",
        "\\u0007, invalidValue",
        "\\u001b, invalidValue",
        "\\u007f, invalidValue",
        "\\u0085, invalidValue",
        "\\ud800, invalidValue",
        "\\udc00\\ud800, invalidValue"
    })
    void controlsAndHalvesOfPairsAreRefused(String escape, String scimType) {
        var before = SCIM.createUser(name);
        var path = "/Users/" + before.id();

        SCIM.post("/Users", "{\"userName\":\"x" + name + escape + "\"}").expectError(400, scimType);
        SCIM.post("/Groups", "{\"displayName\":\"x" + name + escape + "\"}")
                .expectError(400, scimType);
        SCIM.patch(path, "{\"op\":\"add\",\"path\":\"title\",\"value\":\"a" + escape + "\"}")
                .expectError(400, scimType);
        SCIM.put(path, "{\"userName\":\"" + name + "\",\"title\":\"a" + escape + "\"}")
                .expectError(400, scimType);

        assertThat(SCIM.get(path).body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @Tag("H-6")
    @ValueSource(strings = {"\n", "\t", "\u0001"})
    void controlsThatAreNotEscapedAreNoJson(String raw) {
        SCIM.post("/Users", "{\"userName\":\"" + name + raw + "\"}")
                .expectError(400, "invalidSyntax");
    }

    @ParameterizedTest
    @Tag("X-4")
    @ValueSource(strings = {"\\n", "\\t", "\\r"})
    void namesHaveOneLine(String escape) {
        SCIM.post("/Users", "{\"userName\":\"" + name + escape + "\"}")
                .expectError(400, "invalidValue");
    }

    @Test
    @Tag("H-7")
    void textsThatAreTooLongAreRefused() {
        for (var attribute : new String[] {"userName", "displayName", "externalId", "title"}) {
            var refused = SCIM.post("/Users", user().put(attribute, text(65_536)).toString());

            assertThat(refused.expectError(400, "invalidValue").text("/detail"))
                    .contains(attribute);
        }
        SCIM.post("/Groups", "{\"displayName\":\"" + "x".repeat(65_536) + "\"}")
                .expectError(400, "invalidValue");
    }

    /** Not compressible, so that no index can take it by luck; the log has to take it as well. */
    @Test
    @Tag("H-7")
    void theLongestTextsBreakNoIndex() {
        var user = user().put("displayName", text(LONGEST)).put("externalId", text(LONGEST));
        user.putArray("emails").addObject().put("value", text(LONGEST));
        user.putObject("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
                .put("employeeNumber", text(LONGEST))
                .putObject("manager")
                .put("value", text(LONGEST));

        var created = SCIM.post("/Users", user.toString()).expect(201);

        assertThat(created.header("Rollbook-Visibility")).isEmpty();
        assertThat(SCIM.get("/Users/" + created.id()).body()).isEqualTo(created.body());
        assertThat(TENANT.awaitEntry(created).path("status").asString()).isEqualTo("success");
        SCIM.createUser("after " + name);
    }

    @Test
    @Tag("H-7")
    void theLongestIdsBreakNoIndex() {
        var refused =
                SCIM.delete("/Users/" + URLEncoder.encode(text(1_500), StandardCharsets.UTF_8));

        refused.expectError(404, "");
        assertThat(TENANT.awaitEntry(refused).path("status").asString()).isEqualTo("failure");
    }

    @Test
    @Tag("X-4")
    @Tag("C4.1.1-2")
    void namesThatLookAlikeAreOne() {
        SCIM.createUser("Straße-é-" + name);

        SCIM.post("/Users", ScimClient.user("STRASSE-E\u0301-" + name.toUpperCase(Locale.ROOT)))
                .expectError(409, "uniqueness");
        assertThat(SCIM.find("/Users", "userName eq \"strasse-É-" + name + "\"").totalResults())
                .isOne();
    }

    private ObjectNode user() {
        return JsonMapper.shared().createObjectNode().put("userName", UUID.randomUUID().toString());
    }

    private static String text(int length) {
        return new Random(length)
                .ints(length, 0x4E00, 0x9FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
