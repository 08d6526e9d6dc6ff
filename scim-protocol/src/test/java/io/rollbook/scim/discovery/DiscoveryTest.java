package io.rollbook.scim.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;
import io.rollbook.scim.value.Whole;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

class DiscoveryTest {
    private static final String BASE = "https://h/scim/v2";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final Capabilities CAPABILITIES =
            new Capabilities(
                    null,
                    new Capabilities.Bulk(true, 1000, 1_048_576),
                    1000,
                    false,
                    true,
                    new Capabilities.Pages(100, null));
    private static final Discovery DISCOVERY =
            new Discovery(SchemaCatalog.standard(), CAPABILITIES);

    @Test
    @Tag("C5-1")
    void tellsWhatIsSupportedAndNoMore() {
        Complex config = body("/ServiceProviderConfig");

        assertThat(at(config, "patch", "supported")).isEqualTo(Bool.TRUE);
        assertThat(at(config, "bulk", "maxOperations")).isEqualTo(new Whole(1000));
        assertThat(at(config, "filter", "maxResults")).isEqualTo(new Whole(1000));
        assertThat(at(config, "changePassword", "supported")).isEqualTo(Bool.FALSE);
        assertThat(at(config, "sort", "supported")).isEqualTo(Bool.FALSE);
        assertThat(at(config, "etag", "supported")).isEqualTo(Bool.TRUE);
        assertThat(at(config, "pagination", "cursor")).isEqualTo(Bool.FALSE);
        assertThat(at(config, "pagination", "cursorTimeout")).isNull();
        assertThat(at(config, "meta", "location"))
                .isEqualTo(new Text(BASE + "/ServiceProviderConfig"));
        assertThat(config.get("id")).isNull();
    }

    @Test
    void saysHowLongCursorsLastWhereThereAreCursors() {
        Capabilities withCursors =
                new Capabilities(
                        "https://docs.example",
                        Capabilities.Bulk.NONE,
                        200,
                        true,
                        true,
                        new Capabilities.Pages(50, 600));
        Complex config = ServiceProviderConfig.of(withCursors);

        assertThat(at(config, "pagination", "cursor")).isEqualTo(Bool.TRUE);
        assertThat(at(config, "pagination", "cursorTimeout")).isEqualTo(new Whole(600));
        assertThat(config.get("documentationUri")).isEqualTo(new Text("https://docs.example"));
    }

    @Test
    @Tag("C6-1")
    void listsTheResourceTypes() {
        Complex list = body("/ResourceTypes");

        assertThat(list.get("totalResults")).isEqualTo(new Whole(2));
        Complex user = (Complex) elements(list, "Resources").getFirst();
        assertThat(user.get("endpoint")).isEqualTo(new Text("/Users"));
        assertThat(user.get("schema")).isEqualTo(new Text(USER));
        assertThat(user).isEqualTo(body("/ResourceTypes/User"));
    }

    @Test
    @Tag("C7-1")
    void listsEverySchema() {
        Complex list = body("/Schemas");

        assertThat(list.get("totalResults")).isEqualTo(new Whole(6));
        assertThat(list.get("itemsPerPage")).isEqualTo(new Whole(6));
        assertThat(elements(list, "Resources"))
                .extracting(schema -> ((Complex) schema).get("id"))
                .contains(
                        new Text(USER),
                        new Text("urn:ietf:params:scim:schemas:core:2.0:Group"),
                        new Text("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"));
    }

    @ParameterizedTest
    @Tag("C7-1")
    @Tag("E8-1")
    @ValueSource(
            strings = {
                "type",
                "multiValued",
                "description",
                "required",
                "caseExact",
                "mutability",
                "returned",
                "uniqueness"
            })
    void spellsOutEveryCharacteristic(String characteristic) {
        for (Value schema : elements(body("/Schemas"), "Resources")) {
            everyAttribute((Complex) schema, "attributes", characteristic);
        }
    }

    @Test
    void servesASingleSchemaByItsUrnInAnyCase() {
        Complex schema = body("/Schemas/" + USER.toUpperCase(Locale.ROOT));

        assertThat(schema.get("name")).isEqualTo(new Text("User"));
        assertThat(at(schema, "meta", "location")).isEqualTo(new Text(BASE + "/Schemas/" + USER));
    }

    @Test
    void answers404ToWhatItDoesNotHave() {
        assertThat(answer("/Schemas/urn:x", "").status()).isEqualTo(404);
        assertThat(answer("/ResourceTypes/Device", "").status()).isEqualTo(404);
        assertThat(DISCOVERY.answer("/Users", QueryParameters.parse(""), BASE)).isEmpty();
        assertThat(DISCOVERY.answer("/SchemasX", QueryParameters.parse(""), BASE)).isEmpty();
    }

    @Test
    @Tag("P4-1")
    @Tag("P4-2")
    void refusesFiltersAndIgnoresPaging() {
        assertThat(answer("/Schemas", "filter=id+pr").status()).isEqualTo(403);
        assertThat(answer("/ResourceTypes", "filter=id+pr").status()).isEqualTo(403);
        assertThat(answer("/Schemas", "startIndex=3&count=1").body())
                .isEqualTo(answer("/Schemas", "").body());
    }

    private static void everyAttribute(Complex holder, String member, String characteristic) {
        for (Value each : elements(holder, member)) {
            Complex attribute = (Complex) each;
            assertThat(attribute.has(characteristic)).isTrue();
            if (attribute.has("subAttributes")) {
                everyAttribute(attribute, "subAttributes", characteristic);
            }
        }
    }

    private static Complex body(String path) {
        ScimResponse response = answer(path, "");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("Content-Type", "application/scim+json");
        return Json.readObject(response.body());
    }

    private static ScimResponse answer(String path, String query) {
        return DISCOVERY.answer(path, QueryParameters.parse(query), BASE).orElseThrow();
    }

    private static Value at(Complex complex, String name, String member) {
        return ((Complex) complex.members().get(name)).get(member);
    }

    private static List<Value> elements(Complex complex, String name) {
        return ((Many) complex.members().get(name)).elements();
    }
}
