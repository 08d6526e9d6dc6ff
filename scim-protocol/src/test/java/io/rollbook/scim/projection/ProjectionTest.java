package io.rollbook.scim.projection;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.canonical.ReferenceArray;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;

class ProjectionTest {
    private static final ResourceType USER = SchemaCatalog.standard().user();
    private static final ResourceType GROUP = SchemaCatalog.standard().group();
    private static final String MIA =
            """
            {"schemas":["s"],"id":"1","userName":"mia","active":true,
             "name":{"givenName":"Mia","familyName":"Okoro"},
             "emails":[{"value":"a","type":"work"},{"value":"b"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
               {"department":"Risk","manager":{"value":"9","$ref":"r"}},
             "meta":{"created":"c","location":"l"}}
            """;

    @ParameterizedTest
    @Tag("P3.9-11")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id | {}",
                "userName | {'userName':'mia'}",
                " USERNAME , active| {'userName':'mia','active':true}",
                "name.givenName | {'name':{'givenName':'Mia'}}",
                "name.givenName,name | {'name':{'givenName':'Mia','familyName':'Okoro'}}",
                "name,name.givenName | {'name':{'givenName':'Mia','familyName':'Okoro'}}",
                "name.middleName | {}",
                "emails.type | {'emails':[{'type':'work'}]}",
                "meta.location | {'meta':{'location':'l'}}",
                "department |"
                    + " {'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'department':'Risk'}}",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value |"
                    + " {'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'manager':{'value':'9'}}}",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName | {'userName':'mia'}",
                "urn:ietf:params:scim:schemas:core:2.0:USER |"
                    + " {'userName':'mia','active':true,'name':{'givenName':'Mia','familyName':'Okoro'},'emails':[{'value':'a','type':'work'},{'value':'b'}]}",
                "nonsense,,name. | {}",
                "password | {}",
            })
    void showsWhatIsAskedForAndWhatIsAlwaysShown(String attributes, String expected) {
        Complex shown = projection(attributes, null, USER).apply(Json.readObject(bytes(MIA)));

        Complex wanted = Json.readObject(bytes(expected.replace('\'', '"')));
        Complex mia = Json.readObject(bytes(MIA));
        assertThat(shown.members().keySet()).contains("schemas", "id");
        assertThat(shown)
                .isEqualTo(
                        wanted.with("schemas", mia.members().get("schemas"))
                                .with("id", new Text("1")));
    }

    @Test
    void showsAWholeExtension() {
        Complex shown =
                projection("urn:ietf:params:scim:schemas:extension:enterprise:2.0:user", null, USER)
                        .apply(Json.readObject(bytes(MIA)));

        assertThat(shown.members().keySet())
                .containsExactly(
                        "schemas",
                        "id",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,schemas,nonsense | 8",
                "userName | 7",
                "meta,emails,name | 5",
                "department,manager | 7",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User | 7",
                "name.givenName,name.familyName | 7",
                "name.givenName | 8"
            })
    void leavesOutWhatIsExcludedButNeverWhatIsAlwaysShown(String excluded, int members) {
        Complex shown = projection(null, excluded, USER).apply(Json.readObject(bytes(MIA)));

        assertThat(shown.size()).isEqualTo(members);
        assertThat(shown.has("id") && shown.has("schemas")).isTrue();
    }

    @Test
    @Tag("P3.9-15")
    @Tag("Trap-21")
    void tellsWhetherMembersAreNeeded() {
        assertThat(projection(null, "members", GROUP).includes("members")).isFalse();
        assertThat(projection(null, "members.display", GROUP).includes("members")).isTrue();
        assertThat(projection("displayName", null, GROUP).includes("members")).isFalse();
        assertThat(projection("members.value", null, GROUP).includes("members")).isTrue();
        assertThat(projection(null, null, GROUP).includes("members")).isTrue();
        assertThat(projection(null, "", GROUP).isDefault()).isTrue();
        assertThat(Projection.standard(GROUP).isDefault()).isTrue();
        assertThat(projection("nonsense", null, GROUP).isDefault()).isFalse();
    }

    @Test
    void refusesBothAtOnce() {
        assertThat(Projection.parse("a", "b", USER)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "            | members         | {'displayName':'Risk'}",
                "            | members.display |"
                    + " {'displayName':'Risk','members':[{'value':'1','$ref':'https://h/Users/1','type':'User'}]}",
                "members.$ref|                 | {'members':[{'$ref':'https://h/Users/1'}]}",
                "members     |                 |"
                    + " {'members':[{'value':'1','$ref':'https://h/Users/1','display':'Mia','type':'User'}]}",
                "displayName |                 | {'displayName':'Risk'}",
            })
    void rendersOnlyWhatIsShown(
            @Nullable String attributes, @Nullable String excluded, String expected) {
        byte[] canonical =
                CanonicalJson.of(
                        GROUP,
                        "g",
                        Complex.of("displayName", new Text("Risk")),
                        new Meta(Instant.EPOCH, Instant.EPOCH, 1));
        var members = new ReferenceArray("members").add(USER, "1", "Mia", "User").toSplice();

        byte[] rendered =
                projection(attributes, excluded, GROUP)
                        .render(canonical, "https://h", List.of(members));

        Complex shown = Json.readObject(rendered).without("schemas").without("id").without("meta");
        assertThat(shown).isEqualTo(Json.readObject(bytes(expected.replace('\'', '"'))));
    }

    private static Projection projection(
            @Nullable String attributes, @Nullable String excluded, ResourceType type) {
        Outcome<Projection> outcome = Projection.parse(attributes, excluded, type);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<Projection>) outcome).value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
