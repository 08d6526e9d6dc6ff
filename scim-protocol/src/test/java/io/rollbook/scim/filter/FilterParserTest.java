package io.rollbook.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
    private static final ResourceType USER = SchemaCatalog.standard().user();
    private static final ResourceType GROUP = SchemaCatalog.standard().group();
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @ParameterizedTest
    @Tag("P4.1-1")
    @Tag("P4.1-2")
    @Tag("P4.1-3")
    @Tag("P4.1-4")
    @Tag("P4.1-6")
    @Tag("P4.1-8")
    @Tag("P4.1-10")
    @Tag("P4.1-11")
    @CsvSource(
            delimiter = '|',
            value = {
                // names and operators in any case, bound to their canonical spelling
                "USERNAME Eq \"a\" | userName eq \"a\"",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\" | userName sw \"J\"",
                "meta.lastmodified ge \"2011-05-13T04:42:34Z\" | meta.lastModified ge"
                        + " \"2011-05-13T04:42:34Z\"",
                "meta.created gt \"2011-05-13T06:42:34+02:00\" | meta.created gt"
                        + " \"2011-05-13T04:42:34Z\"",
                "id eq \"1\" | id eq \"1\"",
                "externalId eq \"1\" | externalId eq \"1\"",
                "schemas eq \"urn:x\" | schemas eq \"urn:x\"",
                "groups.$ref eq \"https://h/v2/Groups/1\" | groups.$ref eq \"https://h/Groups/1\"",
                "emails[$Ref pr] |",
                // a complex attribute stands for its value
                "emails co \"x\" | emails.value co \"x\"",
                "roles eq \"x\" | roles.value eq \"x\"",
                "emails pr | emails pr",
                "name pr | name pr",
                // precedence and grouping
                "title pr and nickName pr or active eq true | (title pr and nickName pr) or active"
                        + " eq true",
                "title pr or nickName pr and active eq true | title pr or (nickName pr and active"
                        + " eq true)",
                "title pr and (nickName pr or active eq true) | title pr and (nickName pr or active"
                        + " eq true)",
                "not (title pr) and nickName pr | not (title pr) and nickName pr",
                "NOT(title pr) | not (title pr)",
                "((title pr)) | title pr",
                "title pr AND nickName pr And active eq False | title pr and nickName pr and active"
                        + " eq false",
                // brackets, with and without a comparison behind them
                "emails[type eq \"work\" and value co \"@x\"] | emails[type eq \"work\" and value"
                        + " co \"@x\"]",
                "emails[not (type eq \"work\")] | emails[not (type eq \"work\")]",
                "emails[type eq \"work\"].Value eq \"x\" | emails[type eq \"work\" and value eq"
                        + " \"x\"]",
                "emails[type eq \"work\"].value pr | emails[type eq \"work\" and value pr]",
                "emails[type eq \"a\" or type eq \"b\"].value eq \"x\" | emails[(type eq \"a\" or"
                        + " type eq \"b\") and value eq \"x\"]",
                // null means unassigned
                "title eq null | not (title pr)",
                "title ne NULL | title pr",
                "emails.value eq null | not (emails.value pr)",
                // JSON strings
                "title eq \"a\\\"b\\\\c\\u00e9\\/\" | title eq \"a\\\"b\\\\cé/\"",
                "title eq \") or (\" | title eq \") or (\"",
                "x509Certificates eq \"-_8=\" | x509Certificates.value eq \"+/8\""
            })
    void bindsAFilterToTheSchema(String text, String canonical) {
        if (canonical == null) {
            assertThat(refusal(text, Profile.RFC).scimType()).isEqualTo(ScimType.INVALID_FILTER);
        } else {
            assertThat(FilterText.of(parsed(text, USER, Profile.RFC))).isEqualTo(canonical);
        }
    }

    @Test
    @Tag("P4.1-7")
    @Tag("Trap-6")
    @Tag("E12-12")
    void bindsExtensionAttributesWithAndWithoutTheirUrn() {
        String canonical = ENTERPRISE + ":manager.value eq \"1\"";

        assertThat(FilterText.of(parsed("manager eq \"1\"", USER, Profile.RFC)))
                .isEqualTo(canonical);
        assertThat(FilterText.of(parsed(canonical.toUpperCase(), USER, Profile.RFC)))
                .isEqualTo(canonical);
        assertThat(FilterText.of(parsed("manager[value eq \"1\"]", USER, Profile.RFC)))
                .isEqualTo(ENTERPRISE + ":manager[value eq \"1\"]");
    }

    @Test
    @Tag("E12-11")
    void bindsTheMembersOfAGroup() {
        assertThat(FilterText.of(parsed("id eq \"g\" and members eq \"m\"", GROUP, Profile.ENTRA)))
                .isEqualTo("id eq \"g\" and members.value eq \"m\"");
        assertThat(FilterText.of(parsed("members[type eq \"Group\"]", GROUP, Profile.ENTRA)))
                .isEqualTo("members[type eq \"Group\"]");
    }

    @Test
    @Tag("P4.2-5")
    @Tag("E12-2")
    void readsBooleansInQuotesForEntraOnly() {
        assertThat(FilterText.of(parsed("active eq \"True\"", USER, Profile.ENTRA)))
                .isEqualTo("active eq true");
        assertThat(FilterText.of(parsed("roles[primary eq \"False\"]", USER, Profile.ENTRA)))
                .isEqualTo("roles[primary ne true]");
        assertThat(refusal("active eq \"True\"", Profile.RFC).detail())
                .isEqualTo("invalid filter at character 11: active is compared with true or false");
    }

    @ParameterizedTest
    @Tag("P4.1-5")
    @Tag("P4.1-12")
    @Tag("T2.1-invalidFilter")
    @Tag("P4.2-3")
    @Tag("P4.2-8")
    @ValueSource(
            strings = {
                "",
                "   ",
                "userName",
                "userName eq",
                "userName eq a",
                "userName eq \"a",
                "userName eq \"a\\",
                "userName eq \"\\x\"",
                "userName eq \"\\u12\"",
                "userName eq \"\\u12g4\"",
                "userName eq \"a\nb\"",
                "userName eq 5",
                "userName eq true",
                "userName foo \"a\"",
                "userName eq \"a\" and",
                "userName eq \"a\" userName eq \"b\"",
                "and userName pr",
                "not userName pr",
                "not (userName pr",
                "(userName pr))",
                "()",
                "nope eq \"a\"",
                "name.nope eq \"a\"",
                "urn:x:userName eq \"a\"",
                "name eq \"a\"",
                "addresses eq \"a\"",
                "password eq \"a\"",
                "password pr",
                "active eq \"abc\"",
                "active eq 1",
                "active gt true",
                "active co \"t\"",
                "meta.created eq \"2026-03-02\"",
                "meta.created sw \"2026\"",
                "meta.created eq 5",
                "x509Certificates gt \"AA==\"",
                "x509Certificates co \"AA\"",
                "title co null",
                "title gt null",
                "emails[type eq \"work\"",
                "emails[type eq \"work\"]]",
                "emails[]",
                "emails[nope eq \"x\"]",
                "emails[emails[type pr]]",
                "emails[type eq \"work\"].nope eq \"x\"",
                "emails[type eq \"work\"].value",
                "emails[type eq \"work\"] .value eq \"x\"",
                "emails.type[value eq \"x\"]",
                "userName[value eq \"x\"]",
                "schemas[value eq \"x\"]",
                "userName eq \"a\\u0000\"",
                "emails[type eq \"\\ud800\"]"
            })
    void refusesWhatIsNoFilter(String text) {
        ScimError error = refusal(text, Profile.ENTRA);

        assertThat(error.status()).isEqualTo(400);
        assertThat(error.scimType()).isEqualTo(ScimType.INVALID_FILTER);
    }

    @Test
    @Tag("P4.1-12")
    @Tag("P4.2-4")
    void namesTheUnknownAttributeAndItsPlace() {
        assertThat(refusal("title pr and shoeSize eq \"44\"", Profile.RFC).detail())
                .isEqualTo("invalid filter at character 14: User has no attribute shoeSize");
        assertThat(refusal("emails[size eq \"44\"]", Profile.RFC).detail())
                .isEqualTo("invalid filter at character 8: emails has no attribute size");
    }

    @Test
    void neverRepeatsAnOperand() {
        assertThat(refusal("active eq \"mia@x.example\"", Profile.RFC).detail())
                .doesNotContain("mia");
    }

    @Test
    @Tag("P4.1-9")
    void acceptsUpToTheLimitsAndNamesThem() {
        String deep = "(".repeat(32) + "title pr" + ")".repeat(32);
        String longest = "title eq \"" + "x".repeat(8_192 - 11) + "\"";

        assertThat(FilterText.of(parsed(deep, USER, Profile.RFC))).isEqualTo("title pr");
        assertThat(refusal("(" + deep + ")", Profile.RFC).detail())
                .isEqualTo("invalid filter at character 33: nested deeper than 32");
        assertThat(parsed(longest, USER, Profile.RFC)).isInstanceOf(Filter.Comparison.class);
        assertThat(refusal(longest + " ", Profile.RFC).detail())
                .isEqualTo("a filter has at most 8192 characters");
    }

    private static Filter parsed(String text, ResourceType type, Profile profile) {
        return switch (FilterParser.parse(text, type, profile)) {
            case Outcome.Accepted<Filter>(Filter filter) -> filter;
            case Outcome.Refused<Filter>(ScimError error) -> throw new AssertionError(error);
        };
    }

    private static ScimError refusal(String text, Profile profile) {
        return switch (FilterParser.parse(text, USER, profile)) {
            case Outcome.Accepted<Filter>(Filter filter) ->
                    throw new AssertionError("accepted: " + FilterText.of(filter));
            case Outcome.Refused<Filter>(ScimError error) -> error;
        };
    }
}
