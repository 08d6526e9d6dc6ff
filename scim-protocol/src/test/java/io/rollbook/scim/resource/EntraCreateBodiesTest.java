package io.rollbook.scim.resource;

import static io.rollbook.scim.resource.Read.ENTERPRISE;
import static io.rollbook.scim.resource.Read.ENTRA;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

/** The bodies that Entra sends to create users and groups. */
class EntraCreateBodiesTest {

    @Test
    @Tag("E5-1")
    @Tag("E7-1")
    void readsTheUserOfTheDefaultMapping() {
        Complex user =
                ENTRA.user(
                        """
                        {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User',
                          'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
                         'externalId':'b3d0c7de','userName':'mia.okoro@contoso.example','active':true,
                         'displayName':'Mia Okoro','title':'Analyst','preferredLanguage':'en-GB',
                         'name':{'formatted':'Mia Okoro','givenName':'Mia','familyName':'Okoro'},
                         'emails':[{'primary':true,'type':'work','value':'mia.okoro@contoso.example'}],
                         'phoneNumbers':[{'type':'mobile','value':'+44 7700 900123'}],
                         'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':
                           {'employeeNumber':'E-1042','department':'Risk'},
                         'meta':{'resourceType':'User'},'roles':[]}
                        """);

        assertThat(user)
                .isEqualTo(
                        Read.object(
                                """
                                {'externalId':'b3d0c7de','userName':'mia.okoro@contoso.example',
                                 'active':true,'displayName':'Mia Okoro','title':'Analyst',
                                 'preferredLanguage':'en-GB',
                                 'name':{'formatted':'Mia Okoro','givenName':'Mia',
                                   'familyName':'Okoro'},
                                 'emails':[{'primary':true,'type':'work',
                                   'value':'mia.okoro@contoso.example'}],
                                 'phoneNumbers':[{'type':'mobile','value':'+44 7700 900123'}],
                                 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':
                                   {'employeeNumber':'E-1042','department':'Risk'}}
                                """));
    }

    @Test
    @Tag("E7-1")
    void readsEveryAttributeOfTheTutorial() {
        String body =
                """
                {'userName':'u','active':true,'displayName':'d','title':'t',
                 'preferredLanguage':'en-GB',
                 'name':{'givenName':'g','familyName':'f','formatted':'g f','honorificPrefix':'Ms.',
                   'honorificSuffix':'III'},
                 'nickName':'n','phoneNumbers':[{'type':'mobile','value':'1'}],
                 'emails':[{'type':'work','value':'a@b.example'}],'locale':'en-GB',
                 'timezone':'Europe/London','userType':'Employee'}
                """;

        assertThat(ENTRA.user(body)).isEqualTo(Read.object(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "TRUE", "true", "False", "false"})
    void readsBooleansWrittenAsStrings(String written) {
        Complex user =
                ENTRA.user(
                        "{'userName':'u','active':'%s','roles':[{'primary':'%s','value':'r'}]}"
                                .formatted(written, written));

        String flag = written.toLowerCase(Locale.ROOT);
        assertThat(user)
                .isEqualTo(
                        Read.object(
                                "{'userName':'u','active':%s,'roles':[{'primary':%s,'value':'r'}]}"
                                        .formatted(flag, flag)));
    }

    @Test
    void readsPrimaryOnAddresses() {
        Complex user =
                ENTRA.user("{'userName':'u','addresses':[{'primary':true,'locality':'Leeds'}]}");

        assertThat(user.get("addresses"))
                .isEqualTo(Read.object("{'a':[{'primary':true,'locality':'Leeds'}]}").get("a"));
    }

    @Test
    @Tag("E5-1")
    void takesNullAndTheEmptyListForUnassigned() {
        Complex user =
                ENTRA.user(
                        """
                        {'userName':'u','addresses':null,'roles':[],'title':null,'name':null,
                         'emails':[null],'ims':[{}],'nickName':'',
                         'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':null}
                        """);

        assertThat(user).isEqualTo(Read.object("{'userName':'u'}"));
    }

    @Test
    void readsAnExtensionThatSchemasDoesNotList() {
        Complex user =
                ENTRA.user(
                        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u','%s':{'division':'x'}}"
                                .formatted(ENTERPRISE));

        assertThat(user.get(ENTERPRISE)).isEqualTo(Read.object("{'division':'x'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'01J9'",
                "['01J9']",
                "{'value':'01J9'}",
                "[{'$ref':'https://api.example.com/scim/v2/Users/01J9','value':'01J9'}]",
                "{'$ref':'https://api.example.com/scim/v2/Users/01J9'}",
                "{'value':'01J9','$ref':null,'displayName':'The Boss'}"
            })
    void readsTheManagerInEachOfItsForms(String manager) {
        Complex user =
                ENTRA.user("{'userName':'u','%s':{'manager':%s}}".formatted(ENTERPRISE, manager));

        assertThat(user.get(ENTERPRISE)).isEqualTo(Read.object("{'manager':{'value':'01J9'}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "null", "[]", "{}", "[null]", "['']"})
    void takesAnEmptyManagerForNone(String manager) {
        Complex user =
                ENTRA.user("{'userName':'u','%s':{'manager':%s}}".formatted(ENTERPRISE, manager));

        assertThat(user.has(ENTERPRISE)).isFalse();
    }

    @Test
    @Tag("E6-1")
    void readsAGroupWithASchemaOfMicrosoft() {
        Submission group =
                ENTRA.group(
                        """
                        {'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group',
                          'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
                         'externalId':'5f9b1c52','displayName':'Risk Team',
                         'meta':{'resourceType':'Group'}}
                        """);

        assertThat(group.attributes())
                .isEqualTo(Read.object("{'externalId':'5f9b1c52','displayName':'Risk Team'}"));
        assertThat(group.detached()).isEmpty();
        assertThat(group.ignored()).isEmpty();
    }

    @Test
    @Tag("P3.5.2-14")
    void keepsMembersApart() {
        Submission group =
                ENTRA.group(
                        "{'displayName':'g','members':[{'$ref':null,'value':'1'},{'value':'2','type':'User'},"
                            + "{'$ref':'https://x/scim/v2/Users/3'},{'value':'1'}]}");

        assertThat(group.attributes()).isEqualTo(Read.object("{'displayName':'g'}"));
        assertThat(group.detached().get("members"))
                .isEqualTo(
                        List.of(
                                Read.object("{'value':'1'}"),
                                Read.object("{'value':'2','type':'User'}"),
                                Read.object("{'value':'3'}")));
        assertThat(ENTRA.group("{'displayName':'g','members':[]}").detached())
                .containsEntry("members", List.of());
    }

    @Test
    void namesWhatItIgnores() {
        Submission read =
                ENTRA.submission(
                        """
                        {'userName':'u','favouriteColour':{'deep':[1,{}]},'name':{'nick':'x'},
                         'password':'s3cret','meta':{'version':'1'},
                         'urn:ietf:params:scim:schemas:extension:custom:2.0:User':{'a':1},
                         'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'badge':7}}
                        """,
                        SchemaCatalog.standard().user());

        assertThat(read.attributes()).isEqualTo(Read.object("{'userName':'u'}"));
        assertThat(read.ignored())
                .containsExactly(
                        "favouriteColour",
                        "name.nick",
                        "password",
                        "urn:ietf:params:scim:schemas:extension:custom:2.0:User",
                        ENTERPRISE + ":badge");
    }
}
