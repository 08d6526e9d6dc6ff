package io.rollbook.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The grammar of filters and what they mean (RFC 7644 §3.4.2.2). */
class FilterChecklistTest {

    private static final Complex MIA =
            Json.readObject(
                    """
                    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"2819",
                     "externalId":"E-1","userName":"mia","title":"T","active":true,
                     "displayName":"\\"Mia\\" \\\\ Ö",
                     "meta":{"resourceType":"User","lastModified":"2026-03-02T09:15:00.000Z"},
                     "emails":[{"value":"m@work","type":"work"},{"value":"m@home","type":"home"}],
                     "phoneNumbers":[{"value":"1","primary":true},{"value":"2"}],
                     "groups":[{"value":"g","$ref":"https://h/v2/Groups/g"}],
                     "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{
                       "department":"Risk","manager":{"value":"1"}}}
                    """
                            .getBytes(UTF_8));

    @Test
    @Tag("P4.1-1")
    void expressionsAreJoinedAndGrouped() {
        matches(
                "title pr and (nickName pr or active eq true)",
                "not (nickName pr) or title eq \"x\"");
        differs("title pr and nickName pr");
    }

    @Test
    @Tag("P4.1-2")
    void notBindsBeforeAndAndAndBeforeOr() {
        matches(
                "title pr or nickName pr and nickName pr",
                "not (nickName pr) and title pr",
                "title pr and nickName pr or active eq true");
        differs("not (title pr) and nickName pr", "(title pr or nickName pr) and nickName pr");
    }

    @Test
    @Tag("P4.1-3")
    void namesUrnsAndOperatorsAreReadInAnyCase() {
        matches(
                "USERNAME Eq \"mia\"",
                "URN:IETF:PARAMS:SCIM:SCHEMAS:CORE:2.0:USER:username EQ \"mia\" AND NOT (nickname"
                        + " PR)");
    }

    @Test
    @Tag("P4.1-4")
    void aValuePathLooksAtOneElement() {
        matches("emails[type eq \"work\" and value co \"work\"]");
        differs("emails[type eq \"work\" and value co \"home\"]");
    }

    @Test
    @Tag("P4.1-5")
    void aValuePathDoesNotNest() {
        refuses("emails[emails[type pr]]", "emails[type pr][");
    }

    @Test
    @Tag("P4.1-6")
    void aValuePathIsFollowedByAComparison() {
        matches(
                "emails[type eq \"work\"].value eq \"m@work\"",
                "emails[type eq \"work\"].value pr");
        differs("emails[type eq \"work\"].value eq \"m@home\"");
        refuses("emails[type eq \"work\"].nope eq \"x\"");
    }

    @Test
    @Tag("P4.1-7")
    void aUrnEndsAtItsLastColon() {
        matches(
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"risk\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq"
                        + " \"1\"");
        refuses("urn:ietf:params:scim:schemas:extension:enterprise:2:department eq \"x\"");
    }

    @Test
    @Tag("P4.1-8")
    void stringsAreJson() {
        matches("displayName eq \"\\\"M\\u0069a\\\" \\\\ \\u00d6\"");
        refuses("title eq \"\\x\"", "title eq 'x'");
    }

    @Test
    @Tag("P4.1-10")
    void aReferenceIsFiltered() {
        matches("groups.$ref ew \"/Groups/g\"", "groups[$ref co \"Groups\"]");
    }

    @Test
    @Tag("P4.1-11")
    void numbersBooleansAndNullAreValues() {
        matches("active eq true", "nickName eq null", "title ne null");
        differs("active eq false");
        refuses("title eq 5");
    }

    @Test
    @Tag("P4.1-12")
    void whatIsNoFilterIsRefused() {
        refuses(
                "",
                "title",
                "title eq",
                "and title pr",
                "(title pr",
                "title pr)",
                "title pr nickName pr");
    }

    @Test
    @Tag("P4.2-1")
    void anyValueOfAListMatches() {
        matches("emails.value eq \"m@home\"", "emails.value ne \"m@home\"");
        differs("not (emails.value eq \"m@home\")");
    }

    @Test
    @Tag("C2.4-1")
    void aMissingMarkOfThePrimaryElementIsFalse() {
        matches(
                "emails[type eq \"work\" and primary eq false]",
                "emails[type eq \"work\"].primary ne true",
                "emails.primary eq false",
                "emails.primary ne true",
                "phoneNumbers.primary eq true",
                "phoneNumbers.primary eq false",
                "phoneNumbers.primary ne true",
                "phoneNumbers[primary ne false].value eq \"1\"",
                "roles.primary ne true",
                "roles.primary ne false");
        differs(
                "emails[primary eq true]",
                "emails[primary ne false]",
                "emails.primary ne false",
                "emails.primary pr",
                "phoneNumbers[primary eq false].value eq \"1\"",
                "roles.primary eq false",
                "roles[primary ne true]");
    }

    @Test
    @Tag("P4.2-2")
    void aDottedPathLooksAtEachElement() {
        matches("emails.type eq \"work\" and emails.value eq \"m@home\"");
        differs("emails[type eq \"work\" and value eq \"m@home\"]");
    }

    @Test
    @Tag("P4.2-3")
    void anUnknownOperatorIsRefused() {
        refuses("title like \"x\"", "title = \"x\"");
    }

    @Test
    @Tag("P4.2-6")
    void nullMeansUnassigned() {
        matches("nickName eq null", "title ne null", "emails ne null");
        differs("name ne null", "title eq null", "nickName ne null");
        refuses("title gt null", "title co null");
    }

    @Test
    @Tag("P4.2-7")
    void anUnassignedAttributeDiffers() {
        matches("nickName ne \"x\"");
        differs("nickName eq \"x\"");
    }

    @Test
    @Tag("P4.2-8")
    void aPasswordIsNotFiltered() {
        refuses("password eq \"x\"", "password pr");
    }

    @Test
    @Tag("P4.2-10")
    void commonAttributesAreFiltered() {
        matches(
                "schemas eq \"urn:ietf:params:scim:schemas:core:2.0:User\"",
                "meta.lastModified gt \"2026-03-01T00:00:00Z\"",
                "meta.resourceType eq \"User\"",
                "id eq \"2819\"",
                "externalId eq \"E-1\"");
        differs("id eq \"2818\"", "externalId eq \"e-1\"");
    }

    @Test
    @Tag("Trap-6")
    void aUrnIsNotSplitAtADot() {
        matches("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department pr");
    }

    @Test
    @Tag("Trap-7")
    void userNameHasNoCase() {
        matches("userName eq \"MIA\"");
    }

    @Test
    @Tag("Trap-8")
    void externalIdHasCase() {
        differs("externalId eq \"e-1\"");
    }

    @Test
    @Tag("Trap-9")
    void andInBracketsIsOfOneElement() {
        differs("emails[type eq \"home\" and value eq \"m@work\"]");
    }

    @Test
    @Tag("P4.1-9")
    void lengthAndDepthAreLimited() {
        assertThat(detail("(".repeat(33) + "title pr" + ")".repeat(33))).contains("deeper than 32");
        assertThat(detail("title eq \"" + "x".repeat(8_192) + "\"")).contains("8192");
    }

    @Test
    @Tag("P4.2-4")
    void anUnknownAttributeIsNamed() {
        assertThat(detail("shoeSize eq 44")).contains("shoeSize");
    }

    @Test
    @Tag("P4.2-5")
    void anOperandOfAnotherTypeIsRefused() {
        refuses("active eq \"abc\"", "userName eq 5", "meta.created gt 5", "active eq \"True\"");
        assertThat(answer("active eq \"True\"", Profile.ENTRA)).isEqualTo(Outcome.accepted(true));
    }

    private static void matches(String... filters) {
        for (String filter : filters) {
            assertThat(answer(filter, Profile.RFC)).as(filter).isEqualTo(Outcome.accepted(true));
        }
    }

    private static void differs(String... filters) {
        for (String filter : filters) {
            assertThat(answer(filter, Profile.RFC)).as(filter).isEqualTo(Outcome.accepted(false));
        }
    }

    private static void refuses(String... filters) {
        for (String filter : filters) {
            detail(filter);
        }
    }

    /** Of the refusal, which there must be. */
    private static String detail(String filter) {
        return switch (answer(filter, Profile.RFC)) {
            case Outcome.Accepted<Boolean> accepted -> throw new AssertionError(filter);
            case Outcome.Refused<Boolean>(var error) -> {
                assertThat(error.status()).isEqualTo(400);
                assertThat(error.scimType()).isEqualTo(ScimType.INVALID_FILTER);
                yield error.detail();
            }
        };
    }

    private static Outcome<Boolean> answer(String filter, Profile profile) {
        return FilterParser.parse(filter, SchemaCatalog.standard().user(), profile)
                .map(each -> FilterEvaluator.matches(each, MIA));
    }
}
