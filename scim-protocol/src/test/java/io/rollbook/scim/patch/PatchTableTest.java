package io.rollbook.scim.patch;

import static io.rollbook.scim.patch.Patching.USER;
import static io.rollbook.scim.patch.Patching.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of RFC 7644 §3.5.2.1 to §3.5.2.3: what both profiles do alike. */
class PatchTableTest {

    @ParameterizedTest(name = "{1}")
    @Tag("P3.5.2-3")
    @Tag("P3.5.2-5")
    @Tag("P3.5.2-12")
    @Tag("P3.5.2.2-1")
    @Tag("E12-7")
    @Tag("E12-23")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // no path
                "{'title':'T'} | {'op':'add','value':{'nickName':'N','title':'U'}} |"
                        + " {'title':'U','nickName':'N'}",
                "{'emails':[{'value':'1'}]} | {'op':'add','value':{'emails':[{'value':'2'}]}} |"
                        + " {'emails':[{'value':'1'},{'value':'2'}]}",
                "{'emails':[{'value':'1'}]} | {'op':'replace','value':{'emails':[{'value':'2'}]}} |"
                        + " {'emails':[{'value':'2'}]}",
                "{'name':{'givenName':'G','familyName':'F'}} |"
                        + " {'op':'replace','value':{'name':{'givenName':'H'}}} |"
                        + " {'name':{'givenName':'H','familyName':'F'}}",
                "{} | {'op':'add','value':{'EXT':{'department':'D'}}} | {'EXT':{'department':'D'}}",
                "{'EXT':{'department':'D','division':'V'}} |"
                        + " {'op':'replace','value':{'EXT':{'division':'W'}}} |"
                        + " {'EXT':{'division':'W'}}",
                "{'title':'T'} | {'op':'replace','value':{}} | {'title':'T'}",
                "{'title':'T'} |"
                    + " {'op':'replace','value':{'id':'7','schemas':[],'meta':{'version':'1'},'title':'U'}}"
                    + " | {'title':'U'}",
                "{} | {'op':'add','path':'urn:ietf:params:scim:schemas:core:2.0:User','value':{'title':'T'}}"
                    + " | {'title':'T'}",
                // single-valued, simple
                "{} | {'op':'add','path':'title','value':'T'} | {'title':'T'}",
                "{} | {'op':'replace','path':'title','value':'T'} | {'title':'T'}",
                "{'title':'T'} | {'op':'replace','path':'TITLE','value':'U'} | {'title':'U'}",
                "{'title':'T'} | {'op':'remove','path':'title'} | {}",
                "{} | {'op':'remove','path':'title'} | {}",
                "{'title':'T'} | {'op':'replace','path':'title','value':null} | {}",
                "{} | {'op':'replace','path':'externalId','value':'X'} | {'externalId':'X'}",
                "{} | {'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:User:title','value':'T'}"
                    + " | {'title':'T'}",
                // discarded
                "{} | {'op':'replace','path':'password','value':'secret'} | {}",
                "{} | {'op':'add','value':{'password':'secret','title':'T'}} | {'title':'T'}",
                // single complex
                "{'name':{'familyName':'F'}} | {'op':'add','path':'name','value':{'givenName':'G'}}"
                        + " | {'name':{'givenName':'G','familyName':'F'}}",
                "{'name':{'familyName':'F'}} |"
                        + " {'op':'replace','path':'name','value':{'givenName':'G'}} |"
                        + " {'name':{'givenName':'G','familyName':'F'}}",
                "{'name':{'familyName':'F','givenName':'G'}} |"
                        + " {'op':'replace','path':'name','value':{'givenName':null}} |"
                        + " {'name':{'familyName':'F'}}",
                "{'name':{'familyName':'F'}} | {'op':'remove','path':'name'} | {}",
                "{'name':{'familyName':'F'}} | {'op':'replace','path':'name','value':null} | {}",
                "{'name':{'familyName':'F'}} | {'op':'replace','path':'name','value':{}} |"
                        + " {'name':{'familyName':'F'}}",
                "{} | {'op':'add','path':'name.givenName','value':'G'} |"
                        + " {'name':{'givenName':'G'}}",
                "{'name':{'givenName':'G'}} | {'op':'remove','path':'name.givenName'} | {}",
                "{'name':{'givenName':'G','familyName':'F'}} |"
                        + " {'op':'remove','path':'name.givenName'} | {'name':{'familyName':'F'}}",
                "{} | {'op':'remove','path':'name.givenName'} | {}",
                // of a reference only the id is kept
                "{'EXT':{'manager':{'value':'1'}}} |"
                    + " {'op':'replace','path':'EXT:manager','value':{'value':'2','$ref':'../Users/2'}}"
                    + " | {'EXT':{'manager':{'value':'2'}}}",
                "{'EXT':{'manager':{'value':'1'}}} |"
                        + " {'op':'replace','path':'manager.$ref','value':'https://h/Users/2'} |"
                        + " {'EXT':{'manager':{'value':'2'}}}",
                // multi-valued without a filter
                "{} | {'op':'add','path':'emails','value':[{'value':'1'}]} |"
                        + " {'emails':[{'value':'1'}]}",
                "{} | {'op':'add','path':'emails','value':{'value':'1'}} |"
                        + " {'emails':[{'value':'1'}]}",
                "{'emails':[{'value':'1'}]} |"
                        + " {'op':'add','path':'emails','value':[{'value':'1'},{'value':'2'}]} |"
                        + " {'emails':[{'value':'1'},{'value':'2'}]}",
                "{'emails':[{'value':'1','type':'work'}]} |"
                    + " {'op':'add','path':'emails','value':[{'value':'1','type':'work','display':'d'}]}"
                    + " | {'emails':[{'value':'1','type':'work','display':'d'}]}",
                "{'emails':[{'value':'1'}]} | {'op':'add','path':'emails','value':[]} |"
                        + " {'emails':[{'value':'1'}]}",
                "{'emails':[{'value':'1'}]} |"
                        + " {'op':'replace','path':'emails','value':[{'value':'2'}]} |"
                        + " {'emails':[{'value':'2'}]}",
                "{'emails':[{'value':'1'}]} | {'op':'replace','path':'emails','value':[]} | {}",
                "{'emails':[{'value':'1'}]} | {'op':'remove','path':'emails'} | {}",
                "{'emails':[{'value':'1'},{'value':'2'}]} |"
                        + " {'op':'replace','path':'emails.type','value':'work'} |"
                        + " {'emails':[{'value':'1','type':'work'},{'value':'2','type':'work'}]}",
                // elements by a filter
                "{'emails':[{'value':'1','type':'work'},{'value':'2'}]} |"
                    + " {'op':'add','path':'emails[type eq \\'work\\']','value':{'display':'d'}} |"
                    + " {'emails':[{'value':'1','type':'work','display':'d'},{'value':'2'}]}",
                "{'emails':[{'value':'1','type':'work','display':'d'}]} |"
                        + " {'op':'replace','path':'emails[type eq"
                        + " \\'work\\']','value':{'value':'3','type':'home'}} |"
                        + " {'emails':[{'value':'3','type':'home'}]}",
                "{'emails':[{'value':'1','type':'work'},{'value':'2'}]} |"
                        + " {'op':'remove','path':'emails[type eq \\'work\\']'} |"
                        + " {'emails':[{'value':'2'}]}",
                "{'emails':[{'value':'1','type':'work'}]} | {'op':'remove','path':'emails[type eq"
                        + " \\'work\\']'} | {}",
                "{'emails':[{'value':'1'}]} | {'op':'remove','path':'emails[type eq \\'work\\']'} |"
                        + " {'emails':[{'value':'1'}]}",
                "{'emails':[{'value':'1','type':'work'},{'value':'2','type':'work'}]} |"
                    + " {'op':'replace','path':'emails[type eq \\'work\\'].display','value':'d'} |"
                    + " {'emails':[{'value':'1','type':'work','display':'d'},{'value':'2','type':'work','display':'d'}]}",
                "{'emails':[{'value':'1','type':'work'}]} | {'op':'add','path':'emails[type eq"
                    + " \\'work\\'].value','value':'2'} | {'emails':[{'value':'2','type':'work'}]}",
                "{'emails':[{'value':'1','type':'work','display':'d'}]} |"
                        + " {'op':'remove','path':'emails[type eq \\'work\\'].display'} |"
                        + " {'emails':[{'value':'1','type':'work'}]}",
                "{'emails':[{'value':'1','type':'work','primary':true},{'value':'2'}]} |"
                        + " {'op':'remove','path':'emails[type eq \\'work\\'].value'} |"
                        + " {'emails':[{'value':'2'}]}",
                "{'addresses':[{'locality':'L','type':'work'}]} |"
                        + " {'op':'remove','path':'addresses[type eq \\'work\\'].locality'} | {}",
                "{'emails':[{'value':'1]'},{'value':'2'}]} | {'op':'remove','path':'emails[value eq"
                        + " \\'1]\\']'} | {'emails':[{'value':'2'}]}",
                "{'EXT':{'manager':{'value':'1'}}} | {'op':'remove','path':'manager[value eq"
                        + " \\'1\\']'} | {}",
                "{'EXT':{'manager':{'value':'1'}}} | {'op':'remove','path':'manager[value eq"
                        + " \\'2\\']'} | {'EXT':{'manager':{'value':'1'}}}",
                "{'EXT':{'manager':{'value':'1'}}} | {'op':'remove','path':'manager[$ref eq"
                        + " \\'https://h/v2/Users/1\\']'} | {}",
                "{'EXT':{'manager':{'value':'1'}}} | {'op':'remove','path':'manager[$ref pr and not"
                        + " ($ref ne \\'../Users/1\\')]'} | {}",
                // an addition to what is not there makes what the filter describes
                "{} | {'op':'Add','path':'phoneNumbers[type eq"
                        + " \\'mobile\\'].value','value':'1'} |"
                        + " {'phoneNumbers':[{'type':'mobile','value':'1'}]}",
                "{} | {'op':'Add','path':'addresses[type eq \\'work\\' and primary eq"
                        + " true].locality','value':'L'} |"
                        + " {'addresses':[{'type':'work','primary':true,'locality':'L'}]}",
                "{} | {'op':'Add','path':'emails[type eq"
                        + " \\'other\\'].Value','value':'1'} |"
                        + " {'emails':[{'type':'other','value':'1'}]}",
                "{} | {'op':'add','path':'emails[type eq \\'work\\']','value':{'value':'1'}} |"
                        + " {'emails':[{'type':'work','value':'1'}]}",
                // extensions
                "{} | {'op':'add','path':'EXT:department','value':'D'} |"
                        + " {'EXT':{'department':'D'}}",
                "{'EXT':{'department':'D'}} | {'op':'remove','path':'EXT:department'} | {}",
                "{'EXT':{'department':'D','division':'V'}} |"
                        + " {'op':'add','path':'EXT','value':{'division':'W'}} |"
                        + " {'EXT':{'department':'D','division':'W'}}",
                "{'EXT':{'department':'D','division':'V'}} |"
                        + " {'op':'replace','path':'EXT','value':{'division':'W'}} |"
                        + " {'EXT':{'division':'W'}}",
                "{'EXT':{'department':'D'}} | {'op':'remove','path':'EXT'} | {}",
                "{'EXT':{'department':'D'}} | {'op':'replace','path':'EXT','value':null} | {}",
                // one primary
                "{'emails':[{'value':'1','primary':true}]} |"
                    + " {'op':'add','path':'emails','value':[{'value':'2','primary':true}]} |"
                    + " {'emails':[{'value':'1','primary':false},{'value':'2','primary':true}]}",
                "{'emails':[{'value':'1','primary':true},{'value':'2'}]} |"
                    + " {'op':'replace','path':'emails[value eq \\'2\\'].primary','value':true} |"
                    + " {'emails':[{'value':'1','primary':false},{'value':'2','primary':true}]}",
                // operations follow each other
                "{'title':'T'} |"
                    + " {'op':'remove','path':'title'},{'op':'replace','path':'title','value':'U'},{'op':'add','path':'title','value':'V'}"
                    + " | {'title':'V'}",
                "{} | {'op':'add','path':'emails','value':{'value':'1','type':'work'}},{'op':'replace','path':'emails[type"
                    + " eq \\'work\\'].value','value':'2'} |"
                    + " {'emails':[{'value':'2','type':'work'}]}"
            })
    void bothProfilesDoAlike(String before, String operations, String after) {
        for (Profile profile : Profile.values()) {
            Patched patched = new Patching(USER, profile).patched(user(before), quoted(operations));

            assertThat(Json.toPlain(patched.attributes()))
                    .as("in profile %s", profile)
                    .isEqualTo(Json.toPlain(user(after)));
            assertThat(patched.detached()).isEmpty();
        }
    }

    /** Quotes within JSON strings. */
    private static String quoted(String operations) {
        return operations.replace("\\'", "\\\"");
    }
}
