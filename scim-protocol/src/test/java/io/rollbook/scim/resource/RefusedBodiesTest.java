package io.rollbook.scim.resource;

import static io.rollbook.scim.resource.Read.ENTERPRISE;
import static io.rollbook.scim.resource.Read.ENTRA;
import static io.rollbook.scim.resource.Read.RFC;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class RefusedBodiesTest {

    @ParameterizedTest
    @Tag("T2.1-invalidSyntax")
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "'x'",
                "1",
                "{'userName':'u'} x",
                "{'userName':'u'}{}",
                "{'userName' 'u'}",
                "{'userName':'u',}",
                "{'a':tru}",
                "{'a':01}",
                "{'a':'\n'}"
            })
    void answersInvalidSyntaxToWhatIsNoJsonObject(String body) {
        ScimError error = ENTRA.refusedUser(body);

        assertThat(error.status()).isEqualTo(400);
        assertThat(error.scimType()).isEqualTo(ScimType.INVALID_SYNTAX);
    }

    @ParameterizedTest
    @Tag("P3.12-2")
    @Tag("T2.1-invalidValue")
    @Tag("H-6")
    @Tag("C4.1.2-2")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'active':'yes' | Attribute 'active' expects a boolean (true or false), but got a"
                        + " string.",
                "'active':1 | Attribute 'active' expects a boolean (true or false), but got a"
                        + " number.",
                "'active':{} | Attribute 'active' expects a boolean (true or false), but got an"
                        + " object.",
                "'title':5 | Attribute 'title' expects a string, but got a number.",
                "'title':1e400 | Attribute 'title' expects a string, but got a number with a"
                        + " fraction or exponent.",
                "'title':true | Attribute 'title' expects a string, but got a boolean.",
                "'title':['a'] | Attribute 'title' expects a string, but got an array.",
                "'name':5 | Attribute 'name' expects an object, but got a number.",
                "'name':'Mia' | Attribute 'name' expects an object, but got a string.",
                "'name':{'givenName':{}} | Attribute 'name.givenName' expects a string, but got an"
                        + " object.",
                "'name':[{'givenName':'a'},{'givenName':'b'}] | Attribute 'name' expects one value,"
                        + " not several.",
                "'emails':[[{}]] | Attribute 'emails' expects an object, but got an array.",
                "'emails':[7] | Attribute 'emails' expects an object, but got a number.",
                "'emails':[{'value':'a','primary':'maybe'}] | Attribute 'emails.primary' expects a"
                        + " boolean (true or false), but got a string.",
                "'emails':[{'value':'a','primary':true},{'value':'b','primary':'True'}] | Attribute"
                        + " 'emails' has more than one primary value; at most one is allowed.",
                "'x509Certificates':[{'value':'not base64!'}] | Attribute 'x509Certificates.value'"
                        + " expects bytes in base64.",
                "'title':'a\\u0000b' | Attribute 'title' holds a control character or half of a"
                        + " surrogate pair.",
                "'title':'a\\u0007b' | Attribute 'title' holds a control character or half of a"
                        + " surrogate pair.",
                "'title':'a\\u0085b' | Attribute 'title' holds a control character or half of a"
                        + " surrogate pair.",
                "'title':'\\ud800' | Attribute 'title' holds a control character or half of a"
                        + " surrogate pair.",
                "'title':'\\udc00\\ud800' | Attribute 'title' holds a control character or half of"
                        + " a surrogate pair.",
            })
    void namesTheAttributeAndWhatWasExpected(String member, String detail) {
        ScimError error = ENTRA.refusedUser("{'userName':'u'," + member + "}");

        assertThat(error).isEqualTo(ScimError.badRequest(ScimType.INVALID_VALUE, detail));
    }

    @Test
    void keepsTabsAndLineBreaks() {
        assertThat(ENTRA.user("{'userName':'u','title':'a\\tb\\r\\nc'}").get("title"))
                .isEqualTo(new Text("a\tb\r\nc"));
    }

    @ParameterizedTest
    @Tag("H-7")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'externalId':'%s' | externalId",
                "'displayName':'%s' | displayName",
                "'emails':[{'value':'%s'}] | emails.value"
            })
    void refusesTextThatIsTooLong(String member, String name) {
        String longest = "x".repeat(Attribute.LONGEST_TEXT);

        ENTRA.user("{'userName':'u'," + member.formatted(longest) + "}");
        assertThat(ENTRA.refusedUser("{'userName':'u'," + member.formatted(longest + "x") + "}"))
                .isEqualTo(
                        ScimError.badRequest(
                                ScimType.INVALID_VALUE,
                                "Attribute '" + name + "' expects at most 16384 characters."));
    }

    @Test
    void givesCertificatesMoreRoom() {
        String body = "{'userName':'u','x509Certificates':[{'value':'%s'}]}";

        ENTRA.user(body.formatted("QUJD".repeat(Attribute.LONGEST_BINARY / 4)));
        assertThat(
                        ENTRA.refusedUser(
                                        body.formatted(
                                                "QUJD".repeat(Attribute.LONGEST_BINARY / 4 + 1)))
                                .detail())
                .contains("x509Certificates.value", "65536");
    }

    @ParameterizedTest
    @Tag("P3.8-5")
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "UTF-32LE"})
    void readsUtf8Only(String charset) {
        byte[] body = "{\"userName\":\"u\"}".getBytes(Charset.forName(charset));

        assertThat(ResourceReader.read(body, SchemaCatalog.standard().user(), Profile.ENTRA))
                .isEqualTo(
                        Outcome.refused(
                                ScimError.badRequest(
                                        ScimType.INVALID_SYNTAX, "The body is not in UTF-8.")));
    }

    @ParameterizedTest
    @Tag("C4.1.1-1")
    @ValueSource(
            strings = {
                "{}",
                "{'userName':null}",
                "{'userName':''}",
                "{'userName':'  '}",
                "{'title':'x'}"
            })
    void needsAUserName(String body) {
        assertThat(ENTRA.refusedUser(body))
                .isEqualTo(
                        ScimError.badRequest(
                                ScimType.INVALID_VALUE,
                                "Attribute 'userName' is required and must not be empty."));
    }

    @Test
    @Tag("C4.2-1")
    void needsTheDisplayNameOfAGroup() {
        assertThat(ENTRA.refusedGroup("{'members':[]}").detail()).contains("'displayName'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "[{'type':'User'}]", "[{'display':'x'}]", "[{'value':' '}]"})
    void needsTheValueOfAMember(String members) {
        assertThat(ENTRA.refusedGroup("{'displayName':'g','members':" + members + "}").detail())
                .isEqualTo("Each element of 'members' needs a 'value'.");
    }

    @Test
    @Tag("H-10")
    void refusesAnAttributeGivenTwice() {
        assertThat(ENTRA.refusedUser("{'userName':'u','USERNAME':'v'}"))
                .isEqualTo(
                        ScimError.badRequest(
                                ScimType.INVALID_SYNTAX, "Attribute 'userName' is given twice."));
        assertThat(ENTRA.refusedUser("{'name':{'givenName':'u','GivenName':'v'}}").detail())
                .isEqualTo("Attribute 'name.givenName' is given twice.");
    }

    @Test
    void refusesAnExtensionThatIsNoObject() {
        assertThat(ENTRA.refusedUser("{'userName':'u','%s':7}".formatted(ENTERPRISE)).detail())
                .isEqualTo("The extension '" + ENTERPRISE + "' expects an object.");
    }

    @ParameterizedTest
    @Tag("H-10")
    @ValueSource(strings = {"unknown", "userName", "emails", "name", "meta"})
    void survivesDeepNestingEverywhere(String attribute) {
        int deep = 100_000;
        String arrays = "[".repeat(deep) + "]".repeat(deep);
        String objects = "{'a':".repeat(deep) + "1" + "}".repeat(deep);

        assertThat(ENTRA.refusedUser("{'%s':%s}".formatted(attribute, arrays)).status())
                .isEqualTo(400);
        assertThat(ENTRA.refusedUser("{'%s':%s}".formatted(attribute, objects)).status())
                .isEqualTo(400);
    }

    @Test
    void saysHowDeepABodyMayBe() {
        assertThat(RFC.refusedUser("{'x':" + "[".repeat(70) + "]".repeat(70) + "}").detail())
                .contains("nested deeper than 64 levels");
    }

    @Test
    @Tag("P3.12-2")
    void doesNotRepeatWhatWasSent() {
        assertThat(ENTRA.refusedUser("{'userName':'mia@contoso.example' 'x'}").detail())
                .isEqualTo("The body is not valid JSON at line 1, column 35.");
    }

    @Test
    void boundsWhatStaysInsideAResourceButNotWhatIsKeptApart() {
        assertThat(ENTRA.refusedUser("{'userName':'u','roles':[" + values(1_001) + "]}").detail())
                .isEqualTo("Attribute 'roles' expects at most 1000 values.");
        assertThat(ENTRA.group("{'displayName':'g','members':[" + values(50_000) + "]}").detached())
                .hasEntrySatisfying("members", members -> assertThat(members).hasSize(50_000));
    }

    private static String values(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'value':'" + i + "'}")
                .collect(Collectors.joining(","));
    }
}
