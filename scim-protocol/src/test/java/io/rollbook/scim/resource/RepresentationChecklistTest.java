package io.rollbook.scim.resource;

import static io.rollbook.scim.resource.Read.ENTERPRISE;
import static io.rollbook.scim.resource.Read.ENTRA;
import static io.rollbook.scim.resource.Read.RFC;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/**
 * Requirements of RFC 7643 (c) and 7644 (p) on what is read and written; c21 stands for §2.1 and so
 * on.
 */
class RepresentationChecklistTest {
    private static final String CORE = "'schemas':['urn:ietf:params:scim:schemas:core:2.0:User']";
    private static final Meta META = new Meta(Instant.EPOCH, Instant.EPOCH, 7);

    @Test
    @Tag("C2.1-2")
    void c21NamesCountInAnyCaseAndComeBackInTheirOwn() {
        String written = write("{'USERNAME':'u','Name':{'GIVENNAME':'g'}}");

        assertThat(written).contains("\"userName\":\"u\",\"name\":{\"givenName\":\"g\"}");
    }

    @Test
    @Tag("C2.1-3")
    @Tag("C2.1-5")
    void c3SchemasNamesTheBaseAndWhatIsUsed() {
        assertThat(write("{'schemas':['urn:x','urn:x'],'userName':'u'}"))
                .startsWith("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],");
        assertThat(write("{'userName':'u','" + ENTERPRISE + "':{'division':'d'}}"))
                .startsWith(
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\",\""
                                + ENTERPRISE
                                + "\"],");
    }

    @Test
    @Tag("C2.1-4")
    void c3TheOrderOfSchemasHasNoEffect() {
        String turned =
                "{'schemas':['%s','urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u'}"
                        .formatted(ENTERPRISE);

        assertThat(RFC.user(turned)).isEqualTo(Read.object("{'userName':'u'}"));
    }

    @Test
    @Tag("C2.3.2-1")
    void c232BooleansAsStringsAreForEntraOnly() {
        String body = "{" + CORE + ",'userName':'u','active':'True'}";

        assertThat(ENTRA.user(body)).isEqualTo(Read.object("{'userName':'u','active':true}"));
        assertThat(RFC.refusedUser(body).scimType()).isEqualTo(ScimType.INVALID_VALUE);
    }

    @Test
    @Tag("C2.3.8-1")
    void c238TheOrderOfMembersIsIrrelevant() {
        assertThat(ENTRA.user("{'userName':'u','name':{'givenName':'a','familyName':'b'}}"))
                .isEqualTo(
                        ENTRA.user("{'name':{'familyName':'b','givenName':'a'},'userName':'u'}"));
    }

    @Test
    @Tag("C2.4-1")
    @Tag("Trap-11")
    void c24TwoPrimariesAreRefused() {
        String body =
                "{"
                        + CORE
                        + ",'userName':'u','ims':[{'primary':true},{'value':'b','primary':true}]}";

        assertThat(RFC.refusedUser(body).scimType()).isEqualTo(ScimType.INVALID_VALUE);
        assertThat(ENTRA.refusedUser(body).scimType()).isEqualTo(ScimType.INVALID_VALUE);
    }

    @Test
    @Tag("C2.4-2")
    void c24TheSameElementTwiceIsTheSameElement() {
        assertThat(
                        ENTRA.user(
                                "{'userName':'u','roles':[{'value':'a'},{'value':'a'},{'value':'b'}]}"))
                .isEqualTo(Read.object("{'userName':'u','roles':[{'value':'a'},{'value':'b'}]}"));
    }

    @Test
    @Tag("C2.4-2")
    void c24ElementsOfOneTypeAndValueAreOne() {
        String body =
                "{"
                        + CORE
                        + ",'userName':'u','emails':[{'value':'a','type':'work'},"
                        + "{'value':'a','type':'home'},{'value':'a','type':'work','primary':true}]}";

        for (Read profile : new Read[] {ENTRA, RFC}) {
            assertThat(profile.user(body))
                    .isEqualTo(
                            Read.object(
                                    "{'userName':'u','emails':[{'value':'a','type':'work','primary':true},"
                                        + "{'value':'a','type':'home'}]}"));
        }
    }

    @ParameterizedTest
    @Tag("C4.1.2-1")
    @ValueSource(strings = {"DE", "USA", "Germany"})
    void c412CountriesComeBackAsTheyWereSent(String country) {
        assertThat(write("{'userName':'u','addresses':[{'country':'" + country + "'}]}"))
                .contains("\"country\":\"" + country + "\"");
    }

    @Test
    @Tag("C2.4-3")
    @Tag("C4.1.2-7")
    void c24ValuesComeBackAsTheyWereSent() {
        assertThat(
                        write(
                                "{'userName':' Mia@X ','phoneNumbers':[{'value':'+44 (0) 77'}],"
                                        + "'emails':[{'value':'no address'}]}"))
                .contains("\"userName\":\" Mia@X \"")
                .contains("\"+44 (0) 77\"")
                .contains("\"no address\"");
    }

    @Test
    @Tag("C2.5-1")
    @Tag("C2.5-2")
    void c25UnassignedIsLeftOutAndNeverNull() {
        assertThat(write("{'userName':'u','title':null,'emails':[],'name':{'givenName':null}}"))
                .doesNotContain("null", "title", "emails", "name\":");
    }

    @Test
    @Tag("C3.1-2")
    @Tag("C3.1-5")
    @Tag("P3.3.1-1")
    void c31IdAndMetaFromTheClientAreIgnored() {
        String written =
                write("{'id':'mine','meta':{'version':'W/9','location':5},'userName':'u'}");

        assertThat(written)
                .contains("\"id\":\"42\"")
                .contains("\"resourceType\":\"User\"")
                .contains("\"location\":\"https://h/scim/v2/Users/42\"")
                .contains("\"version\":\"W/\\\"7\\\"\"");
    }

    @Test
    @Tag("C3.3-1")
    @Tag("Trap-22")
    void c33ExtensionsLiveInTheirContainer() {
        assertThat(ENTRA.user("{'userName':'u','department':'Risk'}").has("department")).isFalse();
    }

    @Test
    @Tag("C4.1.1-3")
    void c411ThePasswordIsAcceptedAndForgotten() {
        assertThat(ENTRA.user("{'userName':'u','password':'secret'}"))
                .isEqualTo(Read.object("{'userName':'u'}"));
        assertThat(ENTRA.refusedUser("{'userName':'u','password':{}}").detail())
                .contains("'password'");
    }

    @Test
    @Tag("C4.1.2-3")
    void c412GroupsFromTheClientAreIgnored() {
        assertThat(ENTRA.user("{'userName':'u','groups':[{'value':'g'}]}"))
                .isEqualTo(Read.object("{'userName':'u'}"));
    }

    @Test
    @Tag("P3.3-2")
    @Tag("Trap-13")
    void p33ReadOnlyAttributesAreIgnoredWhateverTheyHold() {
        assertThat(RFC.user("{" + CORE + ",'userName':'u','id':{},'meta':[1],'groups':'x'}"))
                .isEqualTo(Read.object("{'userName':'u'}"));
    }

    @Test
    void p312WhatIsWrittenCanBeReadByAStrictReader() {
        String written = write("{'userName':'u','" + ENTERPRISE + "':{'manager':'9'}}");

        assertThat(RFC.user(written))
                .isEqualTo(
                        Read.object(
                                "{'userName':'u','" + ENTERPRISE + "':{'manager':{'value':'9'}}}"));
    }

    private static String write(String body) {
        Complex attributes = ENTRA.user(body);
        byte[] canonical =
                CanonicalJson.of(SchemaCatalog.standard().user(), "42", attributes, META);
        byte[] rendered = CanonicalJson.render(canonical, "https://h/scim/v2");
        assertThat(Json.readObject(rendered).isEmpty()).isFalse();
        return new String(rendered, UTF_8);
    }
}
