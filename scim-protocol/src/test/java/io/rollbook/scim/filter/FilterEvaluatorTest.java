package io.rollbook.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterEvaluatorTest {
    private static final Complex MIA =
            Json.readObject(
                    """
                    {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
                     "id": "2819c223", "externalId": "Ext-1",
                     "meta": {"resourceType": "User", "lastModified": "2026-03-02T09:15:00.000Z",
                              "location": "https://h/scim/v2/Users/2819c223"},
                     "userName": "Mia.Okoro@Contoso.example", "displayName": "Straße", "title": "",
                     "active": false,
                     "name": {"familyName": "Okoro", "givenName": "Mia"},
                     "emails": [
                       {"value": "mia@work.example", "type": "work", "primary": true},
                       {"value": "mia@home.example", "type": "home"}],
                     "groups": [{"value": "g1", "$ref": "https://h/v2/Groups/g1"}],
                     "x509Certificates": [{"value": "+/8="}],
                     "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
                       "department": "Risk", "manager": {"value": "m1"}}}
                    """
                            .getBytes(UTF_8));

    @ParameterizedTest
    @Tag("P4.2-2")
    @Tag("P4.2-6")
    @Tag("P4.2-7")
    @Tag("P4.2-10")
    @Tag("Trap-7")
    @ValueSource(
            strings = {
                "userName eq \"mia.okoro@contoso.EXAMPLE\"",
                "userName sw \"MIA\"",
                "userName ew \".EXAMPLE\"",
                "userName co \"Okoro@\"",
                "userName co \"\"",
                "displayName eq \"STRASSE\"",
                "externalId eq \"Ext-1\"",
                "externalId ne \"ext-1\"",
                "id eq \"2819c223\" and manager eq \"m1\"",
                "active eq false",
                "active ne true",
                "active pr",
                "not (title pr)",
                "title eq \"\"",
                "title eq null",
                "nickName eq null",
                "nickName ne \"x\"",
                "name pr",
                "name.familyName gt \"okora\"",
                "name.familyName ge \"OKORO\"",
                "name.familyName le \"okoro\"",
                "name.familyName lt \"p\"",
                "meta.lastModified eq \"2026-03-02T10:15:00+01:00\"",
                "meta.lastModified gt \"2026-03-02T09:14:59.999Z\"",
                "meta.lastModified lt \"2026-03-02T09:15:00.001Z\"",
                "meta.resourceType eq \"User\"",
                "schemas eq \"urn:ietf:params:scim:schemas:core:2.0:User\"",
                "emails pr",
                "emails eq \"MIA@home.example\"",
                "emails ne \"mia@home.example\"",
                "emails.type eq \"work\" and emails.value co \"home\"",
                "emails[type eq \"work\" and value co \"work\"]",
                "emails[type eq \"work\"].value eq \"mia@work.example\"",
                "emails[primary eq true].type eq \"work\"",
                "emails[not (primary pr)]",
                "groups.$ref eq \"https://h/Groups/g1\"",
                "groups eq \"g1\"",
                "x509Certificates eq \"-_8\"",
                "department eq \"risk\" and manager[value eq \"m1\"]",
                "phoneNumbers[type eq \"work\"] or userName pr"
            })
    void isTrueOfMia(String filter) {
        assertThat(matches(filter)).isTrue();
    }

    @ParameterizedTest
    @Tag("P4.2-2")
    @Tag("Trap-8")
    @Tag("Trap-9")
    @ValueSource(
            strings = {
                "externalId eq \"ext-1\"",
                "id eq \"2819C223\"",
                "title pr",
                "nickName pr",
                "nickName eq \"\"",
                "nickName co \"\"",
                "active eq true",
                "emails[type eq \"work\" and value co \"home\"]",
                "emails[type eq \"work\"].value ne \"mia@work.example\"",
                "not (emails eq \"mia@home.example\")",
                "emails eq null",
                "phoneNumbers pr",
                "phoneNumbers[not (type eq \"work\")]",
                "name.familyName gt \"okoro\"",
                "meta.lastModified ne \"2026-03-02T09:15:00Z\"",
                "department eq \"risk\" and manager eq \"m2\"",
                "schemas eq \"urn:x\""
            })
    void isFalseOfMia(String filter) {
        assertThat(matches(filter)).isFalse();
    }

    private static boolean matches(String text) {
        return switch (FilterParser.parse(text, SchemaCatalog.standard().user(), Profile.RFC)) {
            case Outcome.Accepted<Filter>(Filter filter) -> FilterEvaluator.matches(filter, MIA);
            case Outcome.Refused<Filter>(var error) -> throw new AssertionError(error);
        };
    }
}
