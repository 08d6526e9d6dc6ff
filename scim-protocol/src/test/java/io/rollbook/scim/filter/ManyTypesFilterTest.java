package io.rollbook.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters that are asked of users and groups together (RFC 7644 §3.4.2.1). */
class ManyTypesFilterTest {
    private static final ResourceType USER = SchemaCatalog.standard().user();
    private static final ResourceType GROUP = SchemaCatalog.standard().group();

    private static final Complex A_USER =
            Complex.of("userName", new Text("ada"), "displayName", new Text("Ada"));
    private static final Complex A_GROUP = Complex.of("displayName", new Text("Ada"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    displayName eq "ada"                                  | true  | true
                    userName eq "ada"                                     | true  | false
                    userName pr                                           | true  | false
                    userName ne "x"                                       | true  | true
                    not (userName eq "ada")                               | false | true
                    userName eq null                                      | false | true
                    userName ne null                                      | true  | false
                    active eq true or displayName sw "A"                  | true  | true
                    emails[type eq "work" and value co "x"]               | false | false
                    emails[type eq "work"].value eq "x"                   | false | false
                    not (emails[type eq "work"].value eq "x")             | true  | true
                    members.value eq "x"                                  | false | false
                    urn:ietf:params:scim:schemas:core:2.0:User:userName pr | true | false
                    nobodyHasThis gt 5                                    | false | false
                    nobodyHasThis eq true or nobodyHasThis eq null        | true  | true
                    name.nothing eq "x"                                   | false | false
                    emails[nothing eq 5]                                  | false | false
                    """)
    @Tag("P3.4.2.1-2")
    void whatATypeLacksHasNoValueThere(String filter, boolean user, boolean group) {
        assertThat(matches(filter, USER, A_USER)).isEqualTo(user);
        assertThat(matches(filter, GROUP, A_GROUP)).isEqualTo(group);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing foo \"x\"",
                "nothing eq",
                "nothing eq x",
                "nothing gt true",
                "nothing co 5",
                "nothing co null",
                "nothing[a[b pr]]",
                "nothing[a pr",
                "5 eq 5",
                "a%b eq 5",
                "displayName eq 5",
                "password eq \"x\""
            })
    void mistakesAreStillRefused(String filter) {
        for (var type : new ResourceType[] {USER, GROUP}) {
            if (filter.startsWith("password") && type == GROUP) {
                continue;
            }
            assertThat(
                            FilterParser.parseForManyTypes(
                                    filter, type, Profile.RFC, FilterLimits.STANDARD))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused ->
                                    assertThat(refused.error().scimType())
                                            .isEqualTo(ScimType.INVALID_FILTER));
        }
    }

    private static boolean matches(String text, ResourceType type, Complex resource) {
        if (FilterParser.parseForManyTypes(text, type, Profile.RFC, FilterLimits.STANDARD)
                instanceof Outcome.Accepted<Filter>(var filter)) {
            return FilterEvaluator.matches(filter, resource);
        }
        throw new AssertionError(text);
    }
}
