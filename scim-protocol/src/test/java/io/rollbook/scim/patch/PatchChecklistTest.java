package io.rollbook.scim.patch;

import static io.rollbook.scim.patch.Patching.USER;
import static io.rollbook.scim.patch.Patching.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;

/** Every operation on every kind of target (RFC 7644 §3.5.2): a test for each cell of the table. */
class PatchChecklistTest {

    private static final String TWO_MAILS =
            "{'emails':[{'value':'1','type':'work'},{'value':'2','type':'home'}]}";

    @Test
    @Tag("T5-none-add")
    void withoutAPathAnAdditionIsMerged() {
        gives(
                "{'title':'T','name':{'familyName':'F'},'emails':[{'value':'1'}]}",
                "{'op':'add','value':{'title':'U','name':{'givenName':'G'},'emails':[{'value':'2'}]}}",
                "{'title':'U','name':{'familyName':'F','givenName':'G'},'emails':[{'value':'1'},{'value':'2'}]}");
    }

    @Test
    @Tag("T5-none-replace")
    void withoutAPathWhatIsNamedIsReplaced() {
        gives(
                "{'title':'T','nickName':'N','emails':[{'value':'1'}]}",
                "{'op':'replace','value':{'title':'U','emails':[{'value':'2'}]}}",
                "{'title':'U','nickName':'N','emails':[{'value':'2'}]}");
    }

    @Test
    @Tag("T5-none-remove")
    void withoutAPathNothingIsRemoved() {
        refuses(ScimType.NO_TARGET, "{'op':'remove'}");
    }

    @Test
    @Tag("T5-simple-add")
    void aSimpleAttributeIsAdded() {
        gives("{}", "{'op':'add','path':'title','value':'T'}", "{'title':'T'}");
        gives("{'title':'S'}", "{'op':'add','path':'title','value':'T'}", "{'title':'T'}");
    }

    @Test
    @Tag("T5-simple-replace")
    void aSimpleAttributeIsReplacedOrSet() {
        gives("{'title':'S'}", "{'op':'replace','path':'title','value':'T'}", "{'title':'T'}");
        gives("{}", "{'op':'replace','path':'title','value':'T'}", "{'title':'T'}");
    }

    @Test
    @Tag("T5-simple-remove")
    void aSimpleAttributeIsRemoved() {
        gives("{'title':'S'}", "{'op':'remove','path':'title'}", "{}");
        refuses(ScimType.MUTABILITY, "{'op':'remove','path':'userName'}");
    }

    @Test
    @Tag("T5-complex-add")
    void partsAreAdded() {
        gives(
                "{'name':{'familyName':'F','givenName':'G'}}",
                "{'op':'add','path':'name','value':{'givenName':'H','middleName':'M'}}",
                "{'name':{'familyName':'F','givenName':'H','middleName':'M'}}");
    }

    @Test
    @Tag("T5-complex-replace")
    void partsAreReplacedAndTheOthersStay() {
        gives(
                "{'name':{'familyName':'F','givenName':'G'}}",
                "{'op':'replace','path':'name','value':{'givenName':'H'}}",
                "{'name':{'familyName':'F','givenName':'H'}}");
    }

    @Test
    @Tag("T5-complex-remove")
    void allPartsAreRemoved() {
        gives("{'name':{'familyName':'F'}}", "{'op':'remove','path':'name'}", "{}");
    }

    @Test
    @Tag("T5-sub-add")
    void aPartMakesItsParent() {
        gives(
                "{}",
                "{'op':'add','path':'name.familyName','value':'F'}",
                "{'name':{'familyName':'F'}}");
    }

    @Test
    @Tag("T5-sub-replace")
    void aPartIsReplacedOrMakesItsParent() {
        var replace = "{'op':'replace','path':'name.familyName','value':'F'}";

        gives(
                "{'name':{'familyName':'E','givenName':'G'}}",
                replace,
                "{'name':{'familyName':'F','givenName':'G'}}");
        gives("{}", replace, "{'name':{'familyName':'F'}}");
    }

    @Test
    @Tag("T5-sub-remove")
    void onePartIsRemoved() {
        gives(
                "{'name':{'familyName':'F','givenName':'G'}}",
                "{'op':'remove','path':'name.familyName'}",
                "{'name':{'givenName':'G'}}");
    }

    @Test
    @Tag("T5-multi-add")
    void elementsAreAppendedUnlessTheyAreThere() {
        var both = "{'emails':[{'value':'1'},{'value':'2'}]}";

        gives(
                "{'emails':[{'value':'1'}]}",
                "{'op':'add','path':'emails','value':[{'value':'1'},{'value':'2'}]}",
                both);
        gives(
                "{'emails':[{'value':'1'}]}",
                "{'op':'add','path':'emails','value':{'value':'2'}}",
                both);
    }

    @Test
    @Tag("T5-multi-replace")
    void theWholeListIsReplaced() {
        gives(
                TWO_MAILS,
                "{'op':'replace','path':'emails','value':[{'value':'3'}]}",
                "{'emails':[{'value':'3'}]}");
    }

    @Test
    @Tag("T5-multi-remove")
    void theWholeListIsRemoved() {
        gives(TWO_MAILS, "{'op':'remove','path':'emails'}", "{}");
    }

    @Test
    @Tag("T5-filter-add")
    void whatMatchesIsMergedElseMade() {
        gives(
                TWO_MAILS,
                "{'op':'add','path':'emails[type eq !work!]','value':{'display':'d'}}",
                "{'emails':[{'value':'1','type':'work','display':'d'},{'value':'2','type':'home'}]}");
        gives(
                "{}",
                "{'op':'add','path':'emails[type eq !work!]','value':{'value':'1'}}",
                "{'emails':[{'type':'work','value':'1'}]}");
    }

    @Test
    @Tag("T5-filter-replace")
    void whatMatchesIsReplacedWhole() {
        gives(
                "{'emails':[{'value':'1','type':'work','display':'d'},{'value':'2'}]}",
                "{'op':'replace','path':'emails[type eq !work!]','value':{'value':'3'}}",
                "{'emails':[{'value':'3'},{'value':'2'}]}");
        inEntraMadeElseNoTarget(
                "{'op':'replace','path':'emails[type eq !work!]','value':{'value':'1'}}");
    }

    @Test
    @Tag("T5-filter-remove")
    void whatMatchesIsRemoved() {
        var remove = "{'op':'remove','path':'emails[type eq !work!]'}";

        gives(TWO_MAILS, remove, "{'emails':[{'value':'2','type':'home'}]}");
        gives("{'emails':[{'value':'2'}]}", remove, "{'emails':[{'value':'2'}]}");
    }

    @Test
    @Tag("T5-filterSub-add")
    void aPartOfWhatMatchesIsSetElseMade() {
        var add = "{'op':'add','path':'emails[type eq !work!].value','value':'3'}";

        gives(
                TWO_MAILS,
                add,
                "{'emails':[{'value':'3','type':'work'},{'value':'2','type':'home'}]}");
        gives("{}", add, "{'emails':[{'type':'work','value':'3'}]}");
    }

    @Test
    @Tag("T5-filterSub-replace")
    void aPartOfAllThatMatchIsSet() {
        gives(
                "{'emails':[{'value':'1','type':'work'},{'value':'2','type':'work'}]}",
                "{'op':'replace','path':'emails[type eq !work!].display','value':'d'}",
                "{'emails':[{'value':'1','type':'work','display':'d'},{'value':'2','type':'work','display':'d'}]}");
        inEntraMadeElseNoTarget(
                "{'op':'replace','path':'emails[type eq !work!].value','value':'1'}");
    }

    @Test
    @Tag("T5-filterSub-remove")
    void aPartOfWhatMatchesIsRemovedAndEmptyElementsGo() {
        gives(
                TWO_MAILS,
                "{'op':'remove','path':'emails[value eq !1!].type'}",
                "{'emails':[{'value':'1'},{'value':'2','type':'home'}]}");
        gives(
                "{'emails':[{'value':'1'},{'value':'2'}]}",
                "{'op':'remove','path':'emails[value eq !1!].value'}",
                "{'emails':[{'value':'2'}]}");
    }

    @Test
    @Tag("T5-unknown-add")
    void nothingIsAddedToAnUnknownAttribute() {
        refuses(ScimType.INVALID_PATH, "{'op':'add','path':'nope','value':'x'}");
        refuses(ScimType.INVALID_PATH, "{'op':'add','value':{'nope':'x'}}");
    }

    @Test
    @Tag("T5-unknown-replace")
    void anUnknownAttributeIsNotReplaced() {
        refuses(ScimType.INVALID_PATH, "{'op':'replace','path':'name.nope','value':'x'}");
    }

    @Test
    @Tag("T5-unknown-remove")
    void anUnknownAttributeIsNotRemoved() {
        refuses(ScimType.INVALID_PATH, "{'op':'remove','path':'EXT:nope'}");
    }

    @Test
    @Tag("T5-malformed-add")
    void nothingIsAddedToWhatIsNoPath() {
        refuses(ScimType.INVALID_PATH, "{'op':'add','path':'emails[type eq !x!','value':'x'}");
    }

    @Test
    @Tag("T5-malformed-replace")
    void whatIsNoPathIsNotReplaced() {
        refuses(ScimType.INVALID_PATH, "{'op':'replace','path':'','value':'x'}");
    }

    @Test
    @Tag("T5-malformed-remove")
    void whatIsNoPathIsNotRemoved() {
        refuses(ScimType.INVALID_PATH, "{'op':'remove','path':'name..givenName'}");
    }

    @Test
    @Tag("T5-badFilter-add")
    void nothingIsAddedWhereTheFilterIsNone() {
        refuses(
                ScimType.INVALID_FILTER,
                "{'op':'add','path':'emails[type zz !x!].value','value':'x'}");
    }

    @Test
    @Tag("T5-badFilter-replace")
    void nothingIsReplacedWhereTheFilterIsNone() {
        refuses(ScimType.INVALID_FILTER, "{'op':'replace','path':'emails[]','value':'x'}");
    }

    @Test
    @Tag("T5-badFilter-remove")
    void nothingIsRemovedWhereTheFilterIsNone() {
        refuses(ScimType.INVALID_FILTER, "{'op':'remove','path':'emails[nope eq !x!]'}");
    }

    @Test
    @Tag("T5-urn-add")
    void aContainerIsMerged() {
        gives(
                "{'EXT':{'department':'D'}}",
                "{'op':'add','path':'EXT','value':{'division':'V'}}",
                "{'EXT':{'department':'D','division':'V'}}");
    }

    @Test
    @Tag("T5-urn-replace")
    void aContainerIsReplaced() {
        gives(
                "{'EXT':{'department':'D'}}",
                "{'op':'replace','path':'EXT','value':{'division':'V'}}",
                "{'EXT':{'division':'V'}}");
    }

    @Test
    @Tag("T5-urn-remove")
    void aContainerIsRemoved() {
        gives("{'EXT':{'department':'D'}}", "{'op':'remove','path':'EXT'}", "{}");
    }

    private static void gives(String before, String operation, String after) {
        EnumSet.allOf(Profile.class).forEach(profile -> gives(profile, before, operation, after));
    }

    private static void gives(Profile profile, String before, String operation, String after) {
        var patched = new Patching(USER, profile).patched(user(before), escaped(operation));

        assertThat(Json.toPlain(patched.attributes()))
                .as("%s in profile %s", operation, profile)
                .isEqualTo(Json.toPlain(user(after)));
    }

    private static void inEntraMadeElseNoTarget(String replace) {
        gives(Profile.ENTRA, "{}", replace, "{'emails':[{'type':'work','value':'1'}]}");
        assertThat(new Patching(USER, Profile.RFC).refusal(user("{}"), escaped(replace)).scimType())
                .isEqualTo(ScimType.NO_TARGET);
    }

    private static void refuses(ScimType type, String operation) {
        for (var profile : Profile.values()) {
            var error = new Patching(USER, profile).refusal(user("{}"), escaped(operation));

            assertThat(error.status()).isEqualTo(400);
            assertThat(error.scimType()).as(error.detail()).isEqualTo(type);
        }
    }

    /** Quotes within JSON strings are written as exclamation marks. */
    private static String escaped(String operation) {
        return operation.replace("!", "\\\"");
    }
}
