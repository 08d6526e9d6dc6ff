package io.rollbook.scim.patch;

import static io.rollbook.scim.patch.Patching.GROUP;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.patch.MemberOperation.AddMembers;
import io.rollbook.scim.patch.MemberOperation.RemoveAllMembers;
import io.rollbook.scim.patch.MemberOperation.RemoveMatching;
import io.rollbook.scim.patch.MemberOperation.RemoveMembers;
import io.rollbook.scim.patch.MemberOperation.ReplaceMembers;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class MemberPatchTest {
    private static final Patching ENTRA = new Patching(GROUP, Profile.ENTRA);
    private static final Patching RFC = new Patching(GROUP, Profile.RFC);
    private static final Complex TEAM = Complex.of("displayName", new Text("Risk"));
    private static final Complex ONE = Complex.of("value", new Text("1"));
    private static final Complex TWO = Complex.of("value", new Text("2"));

    @Test
    void addsAListWhereverItStands() {
        String list = "[{'$ref':null,'value':'1'},{'$ref':null,'value':'2'},{'value':'1'}]";
        AddMembers both = new AddMembers(List.of(ONE, TWO));

        assertThat(steps(RFC, "{'op':'add','path':'members','value':" + list + "}"))
                .containsExactly(both);
        assertThat(steps(RFC, "{'op':'add','value':{'members':" + list + "}}"))
                .containsExactly(both);
        assertThat(
                        steps(
                                RFC,
                                "{'op':'Add','path':'urn:ietf:params:scim:schemas:core:2.0:Group:members','value':"
                                        + list
                                        + "}"))
                .containsExactly(both);
        assertThat(steps(RFC, "{'op':'add','path':'members','value':[]}")).isEmpty();
    }

    @Test
    void addsTheOneThatAFilterDescribes() {
        String add = "{'op':'add','path':'members[value eq \\\"1\\\"]','value':{'value':'%s'}}";

        assertThat(steps(RFC, add.formatted("1"))).containsExactly(new AddMembers(List.of(ONE)));
        assertThat(RFC.refusal(TEAM, add.formatted("2")).scimType()).isEqualTo(ScimType.MUTABILITY);
    }

    @Test
    void takesOneMemberWithoutItsArrayAndIdsAlone() {
        AddMembers one = new AddMembers(List.of(ONE));

        assertThat(steps(RFC, "{'op':'add','path':'members','value':{'value':'1'}}"))
                .containsExactly(one);
        assertThat(steps(ENTRA, "{'op':'add','path':'members','value':['1']}"))
                .containsExactly(one);
        assertThat(steps(ENTRA, "{'op':'add','path':'members','value':'1'}")).containsExactly(one);
    }

    @Test
    @Tag("T5-members-remove")
    @Tag("E12-9")
    void removesOnlyWhatIsListed() {
        assertThat(
                        steps(
                                ENTRA,
                                "{'op':'Remove','path':'members','value':[{'$ref':null,'value':'1'},{'value':'2'}]}"))
                .containsExactly(new RemoveMembers(List.of("1", "2")));
        assertThat(steps(ENTRA, "{'op':'Remove','path':'members','value':[]}")).isEmpty();
        assertThat(
                        RFC.refusal(
                                        TEAM,
                                        "{'op':'remove','path':'members','value':[{'value':'1'}]}")
                                .scimType())
                .isEqualTo(ScimType.INVALID_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "value eq '1', 1",
        "VALUE EQ '1', 1",
        "value eq '1' or value eq '2' or value eq '1', 1;2",
        "(value eq '1') or (value eq '2'), 1;2",
        "$ref eq 'https://h/scim/v2/Users/1', 1",
        "value eq '1' or $ref eq '../Groups/2', 1;2"
    })
    void removesByValue(String filter, String values) {
        assertThat(steps(RFC, removeWhere(filter)))
                .containsExactly(new RemoveMembers(List.of(values.split(";"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type eq 'Group'",
                "value ne '1'",
                "value eq '1' and type eq 'User'",
                "value eq '1' or type eq 'User'",
                "not (value eq '1')"
            })
    void handsOtherFiltersOn(String filter) {
        assertThat(steps(RFC, removeWhere(filter)))
                .singleElement()
                .isInstanceOf(RemoveMatching.class);
    }

    @Test
    void removesAndReplacesAll() {
        assertThat(steps(RFC, "{'op':'remove','path':'members'}"))
                .containsExactly(new RemoveAllMembers());
        assertThat(steps(RFC, "{'op':'replace','path':'members','value':[]}"))
                .containsExactly(new RemoveAllMembers());
        assertThat(steps(RFC, "{'op':'replace','value':{'members':[{'value':'1'}]}}"))
                .containsExactly(new ReplaceMembers(List.of(ONE)));
    }

    @Test
    void keepsTheOrderAndTheAttributesApart() {
        Patched patched =
                ENTRA.patched(
                        TEAM,
                        "{'op':'Remove','path':'members'},"
                                + "{'op':'Replace','path':'displayName','value':'Fraud'},"
                                + "{'op':'Add','path':'members','value':[{'value':'1'}]}");

        assertThat(patched.attributes()).isEqualTo(Complex.of("displayName", new Text("Fraud")));
        assertThat(patched.detached())
                .containsExactly(new RemoveAllMembers(), new AddMembers(List.of(ONE)));
    }

    @Test
    void makesOneStepOfNeighboursThatDoTheSame() {
        String one = "{'op':'add','path':'members','value':[{'value':'1'}]},";
        String two = "{'op':'add','path':'members','value':[{'value':'2'},{'value':'1'}]},";
        String rename = "{'op':'replace','path':'displayName','value':'Fraud'},";
        String withoutOne = removeWhere("value eq '1'") + ",";
        String withoutTwo = removeWhere("value eq '2'") + ",";
        String withoutUsers = removeWhere("type eq 'User'");
        var both = new AddMembers(List.of(ONE, TWO));

        assertThat(
                        steps(
                                RFC,
                                one
                                        + rename
                                        + two
                                        + withoutTwo
                                        + withoutOne
                                        + withoutTwo
                                        + one
                                        + withoutOne
                                        + withoutUsers
                                        + ","
                                        + one
                                        + two
                                        + withoutUsers))
                .satisfiesExactly(
                        step -> assertThat(step).isEqualTo(both),
                        step -> assertThat(step).isEqualTo(new RemoveMembers(List.of("2", "1"))),
                        step -> assertThat(step).isEqualTo(new AddMembers(List.of(ONE))),
                        step -> assertThat(step).isEqualTo(new RemoveMembers(List.of("1"))),
                        step -> assertThat(step).isInstanceOf(RemoveMatching.class),
                        step -> assertThat(step).isEqualTo(both),
                        step -> assertThat(step).isInstanceOf(RemoveMatching.class));
    }

    @ParameterizedTest
    @Tag("C4.2-2")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'replace','path':'members.display','value':'x'} | MUTABILITY",
                "{'op':'replace','path':'members.value','value':'x'} | MUTABILITY",
                "{'op':'remove','path':'members.value'} | MUTABILITY",
                "{'op':'replace','path':'members[value eq \\'1\\'].type','value':'User'} |"
                        + " MUTABILITY",
                "{'op':'replace','path':'members[value eq \\'1\\']','value':{'value':'2'}} |"
                        + " MUTABILITY",
                "{'op':'remove','path':'members[value eq \\'1\\'].type'} | MUTABILITY",
                "{'op':'add','path':'members','value':[{'type':'User'}]} | INVALID_VALUE",
                "{'op':'add','path':'members','value':[5]} | INVALID_VALUE",
                "{'op':'remove','path':'members[nope eq 1]'} | INVALID_FILTER",
                "{'op':'remove','path':'members[$ref co \\'1\\']'} | INVALID_FILTER"
            })
    void refusesToEditMembersInPlace(String operation, ScimType type) {
        assertThat(ENTRA.refusal(TEAM, operation.replace("\\'", "\\\"")).scimType())
                .isEqualTo(type);
    }

    private static String removeWhere(String filter) {
        return "{'op':'remove','path':'members[" + filter.replace("'", "\\\"") + "]'}";
    }

    private static List<MemberOperation> steps(Patching patching, String operations) {
        return patching.patched(TEAM, operations).detached();
    }
}
