package io.rollbook.scim.resource;

import static io.rollbook.scim.resource.Read.ENTERPRISE;
import static io.rollbook.scim.resource.Read.ENTRA;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What has to be tolerated from Entra outside of filters and patches. */
class EntraToleranceTest {
    private static final Complex JUST_A_NAME = Read.object("{'userName':'u'}");

    @Test
    @Tag("E12-2")
    void booleansAsStringsInPost() {
        assertThat(
                        ENTRA.user(
                                "{'userName':'u','active':'False','emails':[{'value':'a','primary':'True'}]}"))
                .isEqualTo(
                        Read.object(
                                "{'userName':'u','active':false,'emails':[{'value':'a','primary':true}]}"));
    }

    @Test
    @Tag("E12-3")
    void unknownSchemasUrn() {
        assertThat(ENTRA.user("{'schemas':['urn:nobody:knows'],'userName':'u'}"))
                .isEqualTo(JUST_A_NAME);
    }

    @Test
    @Tag("E12-4")
    void extensionThatSchemasDoesNotName() {
        assertThat(
                        ENTRA.user(
                                        "{'schemas':[],'userName':'u','%s':{'department':'d'}}"
                                                .formatted(ENTERPRISE))
                                .get(ENTERPRISE))
                .isEqualTo(Read.object("{'department':'d'}"));
    }

    @Test
    @Tag("E12-5")
    @Tag("C2.5-1")
    void nullAndTheEmptyListAreUnassigned() {
        assertThat(ENTRA.user("{'userName':'u','roles':[],'emails':null,'name':[],'title':[]}"))
                .isEqualTo(JUST_A_NAME);
    }

    @Test
    @Tag("E12-10")
    void managerAsStringArrayOrNothing() {
        String body = "{'userName':'u','%s':{'manager':%s}}";

        assertThat(
                        List.of(
                                ENTRA.user(body.formatted(ENTERPRISE, "'7'")),
                                ENTRA.user(body.formatted(ENTERPRISE, "[{'value':'7'}]"))))
                .allSatisfy(
                        user ->
                                assertThat(user.get(ENTERPRISE))
                                        .isEqualTo(Read.object("{'manager':{'value':'7'}}")));
        assertThat(ENTRA.user(body.formatted(ENTERPRISE, "''"))).isEqualTo(JUST_A_NAME);
    }

    @Test
    void enterpriseAttributeWithoutItsUrn() {
        assertThat(AttributePath.resolve("manager", SchemaCatalog.standard().user()))
                .map(AttributePath::extensionUrn)
                .contains(ENTERPRISE);
    }

    @Test
    @Tag("E12-16")
    void capitalLettersInSubAttributes() {
        assertThat(ENTRA.user("{'userName':'u','emails':[{'Type':'other','Value':'a'}]}"))
                .isEqualTo(Read.object("{'userName':'u','emails':[{'type':'other','value':'a'}]}"));
    }

    @Test
    @Tag("E12-17")
    void referencesThatAreNull() {
        assertThat(
                        ENTRA.group("{'displayName':'g','members':[{'$ref':null,'value':'1'}]}")
                                .detached())
                .containsEntry("members", List.of(Read.object("{'value':'1'}")));
    }

    @Test
    @Tag("E12-18")
    @Tag("E12-19")
    @Tag("P3.4.2-0")
    void plusForSpaceAndUnknownParameters() {
        QueryParameters query =
                QueryParameters.parse("aadOptscim062020&filter=userName+eq+%22a%22&x=%");

        assertThat(query.get("filter")).isEqualTo("userName eq \"a\"");
    }

    @Test
    void metaFromTheClientAndNamesNobodyKnows() {
        assertThat(
                        ENTRA.user(
                                "{'userName':'u','meta':{'resourceType':'User'},'shoeSize':{'eu':44}}"))
                .isEqualTo(JUST_A_NAME);
    }
}
