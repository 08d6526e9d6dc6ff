package io.rollbook.scim.extension;

import static io.rollbook.scim.extension.Contoso.URN;
import static io.rollbook.scim.extension.Contoso.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.change.Replacement;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.filter.FilterParser;
import io.rollbook.scim.patch.PatchReader;
import io.rollbook.scim.patch.Patched;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.resource.ResourceReader;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

/** What a tenant added is a part of each request as the standard attributes are. */
class ExtendedUserTest {
    private static final ResourceType USER = Contoso.user();

    @ParameterizedTest
    @EnumSource
    void aBodyHoldsItsContainer(Profile profile) {
        var read = Contoso.accepted(read(body("{'badge': 'B1', 'floor': 3, 'rate': 5}"), profile));

        assertThat(read.get(URN)).isEqualTo(json("{'badge': 'B1', 'floor': 3, 'rate': 5}"));
    }

    @Test
    void whatIsNeverReturnedIsNotKeptAndWhatIsReadOnlyIsIgnored() {
        var read =
                Contoso.accepted(
                        read(body("{'pin': '1', 'grade': 'x', 'unit': 'u'}"), Profile.RFC));

        assertThat(read.get(URN)).isEqualTo(json("{'unit': 'u'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'floor': 'three'}          | floor
                    {'floor': 1.5}              | floor
                    {'rate': 1e400}             | rate
                    {'joined': '2026-03-02'}    | joined
                    {'lockers': [{'type': 'x'}]} | lockers.value
                    {'remote': 'maybe'}         | remote
                    """)
    void aValueOfAnotherTypeIsRefused(String container, String attribute) {
        assertThat(Contoso.refusal(read(body(container), Profile.ENTRA)))
                .contains("'" + attribute + "'");
    }

    @ParameterizedTest
    @EnumSource
    void aPatchReachesItByPathByContainerAndWithoutPath(Profile profile) {
        var byPath = patched("{}", "{'op':'add','path':'%s:badge','value':'B1'}", profile);
        var byContainer = patched("{}", "{'op':'add','path':'%s','value':{'badge':'B1'}}", profile);
        var pathless = patched("{}", "{'op':'add','value':{'%s':{'badge':'B1'}}}", profile);

        assertThat(List.of(byPath, byContainer, pathless))
                .containsOnly(json("{'userName':'m','%s':{'badge':'B1'}}".formatted(URN)));
    }

    @Test
    void entraNamesItInAValueWithoutPath() {
        var patched =
                patched(
                        "{}",
                        "{'op':'Add','value':{'%s:badge':'B1','" + URN + ":mentor.value':'42'}}",
                        Profile.ENTRA);

        assertThat(patched.get(URN)).isEqualTo(json("{'badge':'B1','mentor':{'value':'42'}}"));
    }

    @Test
    void aPatchChoosesAmongItsElements() {
        var before = "{'lockers':[{'value':'1','size':2},{'value':'2','size':9}]}";
        var patched =
                patched(
                        before,
                        "{'op':'replace','path':'%s:lockers[size gt 5].size','value':7}",
                        Profile.RFC);

        assertThat(patched.get(URN))
                .isEqualTo(json("{'lockers':[{'value':'1','size':2},{'value':'2','size':7}]}"));
    }

    @Test
    void theLastValueTakesTheContainerAlong() {
        var patched = patched("{'badge':'B1'}", "{'op':'remove','path':'%s:badge'}", Profile.RFC);

        assertThat(patched.has(URN)).isFalse();
    }

    @Test
    @Tag("P3.5.1-3")
    void whatIsImmutableKeepsItsValue() {
        var before = "{'joined':'2026-03-02T09:00:00Z'}";
        var other = "{'op':'replace','path':'%s:joined','value':'2027-03-02T09:00:00Z'}";

        assertThat(Contoso.refusal(patch(before, other, Profile.RFC))).contains("joined");
        assertThat(
                        Contoso.refusal(
                                Replacement.of(
                                        user(before),
                                        user("{'joined':'2027-03-02T09:00:00Z'}"),
                                        USER)))
                .contains(URN + ":joined");
        assertThat(
                        Contoso.accepted(Replacement.of(user(before), user("{'badge':'b'}"), USER))
                                .get(URN))
                .isEqualTo(json("{'badge':'b','joined':'2026-03-02T09:00:00Z'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s:pin", "%s:pin[value eq 1]", "%s:grade", "%s:unknown", "badge"})
    void aPathThatCannotBeWrittenIsRefusedOrForgotten(String path) {
        var outcome = patch("{}", "{'op':'add','path':'" + path + "','value':'1'}", Profile.ENTRA);

        if (path.equals("%s:pin")) {
            assertThat(Contoso.accepted(outcome).attributes().has(URN)).isFalse();
        } else {
            assertThat(Contoso.refusal(outcome)).isNotBlank();
        }
    }

    /** A schema that a tenant adds must not change what a name has meant before. */
    @Test
    void onlyStandardExtensionsAreFoundWithoutTheirUrn() {
        assertThat(AttributePath.resolve("badge", USER)).isEmpty();
        assertThat(AttributePath.resolve("department", USER)).isPresent();
        assertThat(AttributePath.resolve(URN.toUpperCase(Locale.ROOT) + ":BADGE", USER))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    %s:floor gt 2                              | true
                    %s:floor gt "2"                            | false
                    %s:rate le 1.5e1                           | true
                    %s:remote eq true                          | true
                    %s:remote gt true                          | false
                    %s:joined ge "2026-01-01T00:00:00+02:00"   | true
                    %s:tags eq "red"                           | true
                    %s:lockers[type eq "shoe" and size lt 4]   | true
                    %s:lockers eq "1"                          | true
                    %s:pin eq "1"                              | false
                    %s:unknown pr                              | false
                    """)
    void aFilterGoesByItsTypes(String filter, boolean valid) {
        assertThat(FilterParser.parse(filter.formatted(URN), USER, Profile.RFC))
                .isInstanceOf(valid ? Outcome.Accepted.class : Outcome.Refused.class);
    }

    @Tag("C7-4")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    -            | -             | {'badge':'b','unit':'u'}
                    userName     | -             | {'unit':'u'}
                    %s:picture   | -             | {'picture':'AA==','unit':'u'}
                    %s           | -             | {'badge':'b','unit':'u'}
                    -            | %s            | {'unit':'u'}
                    -            | %s:badge      | {'unit':'u'}
                    -            | %s:unit       | {'badge':'b','unit':'u'}
                    """)
    void aProjectionGoesByReturned(String attributes, String excluded, String shown) {
        var projection =
                Contoso.accepted(
                        Projection.parse(
                                attributes == null ? null : attributes.formatted(URN),
                                excluded == null ? null : excluded.formatted(URN),
                                USER));
        var resource = user("{'badge':'b','picture':'AA==','unit':'u'}");

        assertThat(projection.apply(resource).get(URN)).isEqualTo(json(shown));
    }

    /** What became required later must not lock a user that was there before. */
    @Test
    void aPatchElsewhereIsPossibleWithoutWhatBecameRequired() {
        var required =
                TenantExtensions.of(
                                List.of(
                                        new TenantExtension(
                                                "User", true, Contoso.extension().schema())))
                        .catalog()
                        .user();
        var disable = "{'op':'replace','path':'active','value':false}";
        var empty = "{'op':'remove','path':'%s:badge'}";

        assertThat(apply(required, json("{'userName':'m'}"), disable, Profile.RFC))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(apply(required, user("{'badge':'b'}"), empty, Profile.RFC))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(
                        ResourceReader.read(
                                "{\"userName\":\"m\"}".getBytes(UTF_8), required, Profile.ENTRA))
                .isInstanceOf(Outcome.Refused.class);
    }

    private static Complex user(String container) {
        return json("{'userName':'m','%s':%s}".formatted(URN, container));
    }

    private static String body(String container) {
        return "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','%1$s'],'userName':'m','%1$s':%2$s}"
                .formatted(URN, container);
    }

    private static Outcome<Complex> read(String body, Profile profile) {
        return ResourceReader.read(body.replace('\'', '"').getBytes(UTF_8), USER, profile)
                .map(submission -> submission.attributes());
    }

    private static Complex patched(String container, String operation, Profile profile) {
        return Contoso.accepted(patch(container, operation, profile)).attributes();
    }

    private static Outcome<Patched> patch(String container, String operation, Profile profile) {
        var before = container.equals("{}") ? json("{'userName':'m'}") : user(container);
        return apply(USER, before, operation, profile);
    }

    private static Outcome<Patched> apply(
            ResourceType type, Complex before, String operation, Profile profile) {
        var message =
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[%s]}"
                        .formatted(operation.replace("%s", URN));
        return PatchReader.read(message.replace('\'', '"').getBytes(UTF_8), type, profile)
                .flatMap(patch -> patch.apply(before));
    }
}
