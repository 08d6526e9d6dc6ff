package io.rollbook.scim.patch;

import static io.rollbook.scim.patch.Patching.USER;
import static io.rollbook.scim.patch.Patching.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class PatchRefusalTest {
    private static final Complex MIA =
            user("{'emails':[{'value':'1','primary':true},{'value':'2'},{'value':'3'}]}");

    @ParameterizedTest(name = "{0}")
    @Tag("P3.5.2-2")
    @Tag("P3.5.2-6")
    @Tag("P3.5.2-11")
    @Tag("P3.5.2.2-2")
    @Tag("C4.1.2-4")
    @Tag("C4.3-2")
    @Tag("C7-3")
    @Tag("T2.1-mutability")
    @Tag("T2.1-invalidPath")
    @Tag("T2.1-noTarget")
    @Tag("T2.1-invalidSyntax")
    @Tag("T2.1-invalidValue")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // mutability
                "{'op':'replace','path':'id','value':'x'} | MUTABILITY",
                "{'op':'replace','path':'meta.created','value':'x'} | MUTABILITY",
                "{'op':'add','path':'schemas','value':['x']} | MUTABILITY",
                "{'op':'add','path':'groups','value':[{'value':'x'}]} | MUTABILITY",
                "{'op':'remove','path':'groups[value eq \\'x\\']'} | MUTABILITY",
                "{'op':'add','value':{'groups':[{'value':'x'}]}} | MUTABILITY",
                "{'op':'replace','path':'manager.displayName','value':'x'} | MUTABILITY",
                "{'op':'replace','path':'manager[value eq \\'1\\'].displayName','value':'x'} |"
                        + " MUTABILITY",
                "{'op':'remove','path':'userName'} | MUTABILITY",
                "{'op':'replace','path':'userName','value':null} | MUTABILITY",
                "{'op':'remove','path':'urn:ietf:params:scim:schemas:core:2.0:User'} | MUTABILITY",
                // paths
                "{'op':'replace','path':'nope','value':'x'} | INVALID_PATH",
                "{'op':'replace','path':'name.nope','value':'x'} | INVALID_PATH",
                "{'op':'replace','path':'members','value':[]} | INVALID_PATH",
                "{'op':'replace','path':'','value':'x'} | INVALID_PATH",
                "{'op':'replace','path':'urn:x:userName','value':'x'} | INVALID_PATH",
                "{'op':'replace','path':'emails[type eq \\'work\\'','value':'x'} | INVALID_PATH",
                "{'op':'replace','path':'emails]type[','value':'x'} | INVALID_PATH",
                "{'op':'replace','path':'emails[type eq \\'work\\']value','value':'x'} |"
                        + " INVALID_PATH",
                "{'op':'replace','path':'emails[type eq \\'work\\'].nope','value':'x'} |"
                        + " INVALID_PATH",
                "{'op':'replace','path':'userName[value eq \\'x\\']','value':'x'} | INVALID_PATH",
                "{'op':'replace','path':'emails.value[type eq \\'x\\']','value':'x'} |"
                        + " INVALID_PATH",
                "{'op':'add','value':{'nope':'x'}} | INVALID_PATH",
                "{'op':'add','value':{'urn:x:1.0:X':{'tag':'x'}}} | INVALID_PATH",
                "{'op':'add','path':'nope','value':'x'} | INVALID_PATH",
                "{'op':'remove','path':'nope'} | INVALID_PATH",
                "{'op':'add','path':'emails[type eq \\'work\\'','value':'x'} | INVALID_PATH",
                "{'op':'remove','path':'emails[type eq \\'work\\''} | INVALID_PATH",
                "{'op':'remove','path':'name..givenName'} | INVALID_PATH",
                // filters
                "{'op':'add','path':'emails[type zz \\'x\\'].value','value':'x'} | INVALID_FILTER",
                "{'op':'replace','path':'emails[]','value':'x'} | INVALID_FILTER",
                "{'op':'remove','path':'emails[nope eq \\'x\\']'} | INVALID_FILTER",
                "{'op':'remove','path':'emails[type gt 5]'} | INVALID_FILTER",
                // targets
                "{'op':'remove'} | NO_TARGET",
                "{'op':'remove','value':{'title':'x'}} | NO_TARGET",
                // values
                "{'op':'add','path':'title'} | INVALID_VALUE",
                "{'op':'add','value':'x'} | INVALID_VALUE",
                "{'op':'add','path':'title','value':5} | INVALID_VALUE",
                "{'op':'add','path':'active','value':'maybe'} | INVALID_VALUE",
                "{'op':'add','path':'emails','value':[5]} | INVALID_VALUE",
                "{'op':'add','path':'emails','value':[{'value':'8','primary':true},{'value':'9','primary':true}]}"
                    + " | INVALID_VALUE",
                "{'op':'replace','path':'emails[value ne \\'1\\'].primary','value':true} |"
                        + " INVALID_VALUE",
                "{'op':'replace','path':'emails[value eq"
                        + " \\'1\\']','value':[{'value':'8'},{'value':'9'}]} | INVALID_VALUE",
                // operations
                "{'op':'move','path':'title','value':'x'} | INVALID_SYNTAX",
                "{'op':5,'path':'title','value':'x'} | INVALID_SYNTAX",
                "{'path':'title','value':'x'} | INVALID_SYNTAX",
                "{'op':'add','path':7,'value':'x'} | INVALID_SYNTAX",
                "{'op':'add','op':'remove','path':'title'} | INVALID_SYNTAX",
                "{'op':'add','value':{'title':'x','title':'y'}} | INVALID_SYNTAX",
                "5 | INVALID_SYNTAX"
            })
    void refusesInBothProfiles(String operation, ScimType expected) {
        for (Profile profile : Profile.values()) {
            ScimError error =
                    new Patching(USER, profile).refusal(MIA, operation.replace("\\'", "\\\""));

            assertThat(error.status()).isEqualTo(400);
            assertThat(error.scimType()).as(error.detail()).isEqualTo(expected);
            assertThat(error.detail()).startsWith("Operation 1: ");
        }
    }

    @Test
    @Tag("P3.5.2-4")
    @Tag("Trap-10")
    @Tag("Trap-14")
    void refusesAllForOne() {
        ScimError error =
                new Patching(USER, Profile.RFC)
                        .refusal(
                                MIA,
                                "{'op':'replace','path':'title','value':'x'},{'op':'replace','path':'emails[type"
                                    + " eq \\\"x\\\"].value','value':'x'}");

        assertThat(error)
                .isEqualTo(
                        ScimError.badRequest(
                                ScimType.NO_TARGET,
                                "Operation 2: no value of 'emails' matches the filter."));
    }

    @ParameterizedTest
    @Tag("P3.5.2-1")
    @Tag("P3.1-1")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}",
                "[]",
                "nonsense",
                "{'Operations':[{'op':'remove','path':'title'}]}",
                "{'schemas':['urn:x'],'Operations':[{'op':'remove','path':'title'}]}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp']}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[]}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':{}}",
                "{'schemas':'urn:ietf:params:scim:api:messages:2.0:PatchOp','Operations':[]}"
            })
    void refusesWhatIsNoPatchMessage(String body) {
        assertThat(PatchReader.read(Patching.bytes(body), USER, Profile.ENTRA))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.error().scimType())
                                        .isEqualTo(ScimType.INVALID_SYNTAX));
    }

    @Test
    void refusesARequiredAttributeThatSaysNothing() {
        assertThat(
                        new Patching(USER, Profile.RFC)
                                .refusal(MIA, "{'op':'add','path':'userName','value':' '}")
                                .scimType())
                .isEqualTo(ScimType.INVALID_VALUE);
    }

    @Test
    void namesTheLimitOfOperations() {
        String two = "{'op':'remove','path':'title'},{'op':'remove','path':'nickName'}";

        assertThat(PatchReader.read(Patching.body(two), USER, Profile.RFC, 2))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(PatchReader.read(Patching.body(two), USER, Profile.RFC, 1))
                .isEqualTo(Outcome.refused(ScimError.of(413, "A PATCH has at most 1 operations.")));
    }

    @Test
    void takesTheMembersOfAMessageInAnyOrderAndCase() {
        String body =
                "{'x':{'y':[1]},'operations':[{'VALUE':'T','Path':'title','OP':'ADD','z':[]}],"
                        + "'Schemas':[5,'URN:ietf:params:scim:api:messages:2.0:PatchOp']}";

        assertThat(
                        PatchReader.read(Patching.bytes(body), USER, Profile.RFC)
                                .flatMap(patch -> patch.apply(user("{}"))))
                .isEqualTo(Outcome.accepted(new Patched(user("{'title':'T'}"), List.of())));
    }
}
