package io.rollbook.scim.resource;

import static io.rollbook.scim.resource.Read.ENTERPRISE;
import static io.rollbook.scim.resource.Read.RFC;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only Entra may write. */
class StrictProfileTest {
    private static final String START =
            "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u'";

    @ParameterizedTest
    @Tag("C2.3.7-1")
    @ValueSource(
            strings = {
                "'active':'True'",
                "'name':[{'givenName':'a'}]",
                "'emails':{'value':'a'}",
                "'emails':['a']",
                "'profileUrl':'not a uri'",
            })
    void refusesLenientForms(String member) {
        assertThat(RFC.refusedUser(START + "," + member + "}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'01J9'", "[{'value':'01J9'}]", "''"})
    void wantsTheManagerAsAnObject(String manager) {
        String body =
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','%s'],'userName':'u','%s':{'manager':%s}}"
                        .formatted(ENTERPRISE, ENTERPRISE, manager);

        assertThat(RFC.refusedUser(body).detail())
                .startsWith("Attribute 'manager' expects an object");
    }

    @ParameterizedTest
    @Tag("C2.1-3")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'userName':'u'} | does not name",
                "{'schemas':[],'userName':'u'} | does not name",
                "{'schemas':'x','userName':'u'} | does not name",
                "{'schemas':[1],'userName':'u'} | is not an array of URNs",
                "{'schemas':null,'userName':'u'} | is not an array of URNs",
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','urn:ietf:params:scim:schemas:core:2.0:user'],'userName':'u'}"
                    + " | twice",
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','urn:x'],'userName':'u'}"
                        + " | does not have",
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'u','urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'division':'d'}}"
                    + " | which is used",
            })
    void wantsSchemasCompleteAndTrue(String body, String reason) {
        assertThat(RFC.refusedUser(body).detail()).contains("'schemas'").contains(reason);
    }

    @Test
    void keepsTheEmptyString() {
        assertThat(RFC.user(START + ",'title':''}"))
                .isEqualTo(Read.object("{'userName':'u','title':''}"));
    }

    @Test
    @Tag("C2.5-1")
    void takesTheEmptyListForUnassigned() {
        assertThat(RFC.user(START + ",'name':[],'title':[],'emails':[]}"))
                .isEqualTo(Read.object("{'userName':'u'}"));
    }

    @Test
    void ignoresUnknownAttributesToo() {
        assertThat(RFC.user(START + ",'nope':[{'x':1}]}"))
                .isEqualTo(Read.object("{'userName':'u'}"));
    }
}
