package io.rollbook.scim.patch;

import static io.rollbook.scim.patch.Patching.USER;
import static io.rollbook.scim.patch.Patching.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Microsoft Entra sends beyond the RFC: accepted in its profile, refused in the strict one.
 */
class EntraPatchTest {
    private static final Patching ENTRA = new Patching(USER, Profile.ENTRA);
    private static final Patching RFC = new Patching(USER, Profile.RFC);

    @ParameterizedTest(name = "{1}")
    @Tag("E12-2")
    @Tag("E12-6")
    @Tag("E12-8")
    @Tag("E12-10")
    @Tag("E12-13")
    @Tag("Trap-14")
    @Tag("T2.1-noTarget")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // booleans as strings
                "INVALID_VALUE | {'active':true} | {'op':'Replace','path':'active','value':'False'}"
                        + " | {'active':false}",
                "INVALID_VALUE | {} |"
                        + " {'op':'Add','path':'emails','value':[{'value':'1','primary':'True'}]} |"
                        + " {'emails':[{'value':'1','primary':true}]}",
                // a filter that matches nothing creates what it describes
                "NO_TARGET | {'emails':[{'value':'1','type':'home'}]} |"
                    + " {'op':'Replace','path':'emails[type eq \\'work\\'].value','value':'2'} |"
                    + " {'emails':[{'value':'1','type':'home'},{'type':'work','value':'2'}]}",
                "NO_TARGET | {} | {'op':'Replace','path':'emails[type eq"
                        + " \\'work\\']','value':{'value':'2'}} |"
                        + " {'emails':[{'type':'work','value':'2'}]}",
                "INVALID_FILTER | {} | {'op':'Add','path':'roles[primary eq"
                        + " \\'True\\'].value','value':'Admin'} |"
                        + " {'roles':[{'primary':true,'value':'Admin'}]}",
                "INVALID_FILTER | {'roles':[{'primary':true,'value':'A'},{'value':'B'}]} |"
                    + " {'op':'Replace','path':'roles[primary eq \\'True\\'].value','value':'C'} |"
                    + " {'roles':[{'primary':true,'value':'C'},{'value':'B'}]}",
                "INVALID_FILTER | {'roles':[{'primary':true,'value':'A'}]} |"
                        + " {'op':'Add','path':'roles[primary eq \\'False\\'].value','value':'B'} |"
                        + " {'roles':[{'primary':true,'value':'A'},{'primary':false,'value':'B'}]}",
                // names that are paths
                "INVALID_PATH | {} |"
                    + " {'op':'replace','value':{'name.givenName':'G','name.familyName':'F','EXT:employeeNumber':'7','title':'T'}}"
                    + " | {'name':{'givenName':'G','familyName':'F'},'EXT':{'employeeNumber':'7'},'title':'T'}",
                "INVALID_PATH | {} | {'op':'add','value':{'EXT:department':'D','emails[type eq"
                        + " \\'work\\'].value':'1'}} |"
                        + " {'EXT':{'department':'D'},'emails':[{'type':'work','value':'1'}]}",
                "INVALID_PATH | {} | {'op':'replace','value':{'manager':'1'}} |"
                        + " {'EXT':{'manager':{'value':'1'}}}",
                // the manager in its forms
                "INVALID_VALUE | {} | {'op':'Add','path':'EXT:manager','value':'1'} |"
                        + " {'EXT':{'manager':{'value':'1'}}}",
                "INVALID_VALUE | {'EXT':{'manager':{'value':'1'}}} |"
                        + " {'op':'Add','path':'EXT:manager','value':'2'} |"
                        + " {'EXT':{'manager':{'value':'2'}}}",
                "INVALID_VALUE | {} |"
                        + " {'op':'Add','path':'manager','value':[{'$ref':'r','value':'1'}]} |"
                        + " {'EXT':{'manager':{'value':'1'}}}",
                "INVALID_VALUE | {'EXT':{'manager':{'value':'1'}}} |"
                        + " {'op':'Replace','path':'EXT:manager','value':''} | {}",
                "NO_TARGET | {'EXT':{'manager':{'value':'1'}}} |"
                        + " {'op':'Replace','path':'manager[value eq \\'2\\'].value','value':'3'} |"
                        + " {'EXT':{'manager':{'value':'3'}}}",
                // the empty text unassigns whatever it is sent for
                "INVALID_VALUE | {'name':{'givenName':'G'}} |"
                        + " {'op':'Replace','path':'name','value':''} | {}",
                "INVALID_VALUE | {'emails':[{'value':'1'}]} |"
                        + " {'op':'Replace','path':'emails','value':''} | {}",
                // complex values as JSON in a string
                "INVALID_VALUE | {} |"
                    + " {'op':'Add','path':'roles','value':'{\\'id\\':\\'x\\',\\'value\\':\\'25\\',\\'displayName\\':\\'R\\'}'}"
                    + " | {'roles':[{'value':'25'}]}",
                "INVALID_VALUE | {} |"
                        + " {'op':'Add','path':'name','value':'{\\'givenName\\':\\'G\\'}'} |"
                        + " {'name':{'givenName':'G'}}",
                // a list of what goes
                "INVALID_VALUE | {'emails':[{'value':'1','type':'work'},{'value':'2'}]} |"
                        + " {'op':'Remove','path':'emails','value':[{'value':'1'}]} |"
                        + " {'emails':[{'value':'2'}]}",
                "INVALID_VALUE | {'emails':[{'value':'1'}]} |"
                        + " {'op':'Remove','path':'emails','value':[]} | {'emails':[{'value':'1'}]}"
            })
    void isAcceptedFromEntraAndRefusedFromOthers(
            ScimType refusal, String before, String operations, String after) {
        String sent = quoted(operations);

        Patched patched = ENTRA.patched(user(before), sent);

        assertThat(Json.toPlain(patched.attributes())).isEqualTo(Json.toPlain(user(after)));
        assertThat(RFC.refusal(user(before), sent).scimType()).isEqualTo(refusal);
    }

    @Test
    @Tag("E5-5")
    void unassignsWhatBecomesTheEmptyString() {
        String replace = "{'op':'Replace','path':'title','value':''}";

        assertThat(ENTRA.patched(user("{'title':'T'}"), replace).attributes())
                .isEqualTo(user("{}"));
        assertThat(RFC.patched(user("{'title':'T'}"), replace).attributes())
                .isEqualTo(user("{'title':''}"));
    }

    @Test
    @Tag("E5-6")
    void readsAnAppRoleWhoseValueIsItsJson() {
        String add =
                quoted(
                        "{'op':'Add','path':'roles','value':[{'value':'{\\'id\\':\\'x\\',\\'value\\':\\'25\\'}',"
                            + "'type':'app'}]}");

        assertThat(ENTRA.patched(user("{}"), add).attributes())
                .isEqualTo(user("{'roles':[{'value':'25','type':'app'}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"type ne 'home'", "type eq 'a' or type eq 'b'", "not (type pr)"})
    void createsNothingFromAFilterThatDescribesNoElement(String filter) {
        String path = "emails[" + filter.replace("'", "\\'") + "].value";
        String replace = quoted("{'op':'replace','path':'" + path + "','value':'1'}");

        assertThat(ENTRA.refusal(user("{'emails':[{'type':'home'}]}"), replace).scimType())
                .isEqualTo(ScimType.NO_TARGET);
    }

    @Test
    @Tag("E12-22")
    @Tag("P3.5.2.1-1")
    void changesNothingWhenSentTwice() {
        String operations =
                quoted(
                        "{'op':'Replace','path':'emails[type eq \\'work\\'].value','value':'1'},"
                                + "{'op':'Add','path':'manager','value':'2'},"
                                + "{'op':'Replace','path':'active','value':'False'}");
        Patched once = ENTRA.patched(user("{}"), operations);

        assertThat(ENTRA.patched(once.attributes(), operations).attributes())
                .isEqualTo(once.attributes());
    }

    private static String quoted(String operations) {
        return operations.replace("\\'", "\\\"");
    }
}
