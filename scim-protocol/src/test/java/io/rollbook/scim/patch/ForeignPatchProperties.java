package io.rollbook.scim.patch;

import static io.rollbook.scim.patch.Patching.USER;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.JsonUtils;

import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Another SCIM library applies patches as we do, wherever the RFC leaves no choice. */
class ForeignPatchProperties {
    private static final JsonMapper FOREIGN = JsonUtils.createObjectMapper();

    @Property
    void aForeignPatchAgrees(@ForAll("users") String before, @ForAll("operations") String patch)
            throws ScimException {
        Complex user = Patching.user(before);

        assertThat(new Patching(USER, Profile.RFC).patched(user, patch).attributes())
                .as("%s patched by %s", before, patch)
                .isEqualTo(foreign(user, patch));
    }

    private static Complex foreign(Complex user, String operations) throws ScimException {
        ObjectNode tree = (ObjectNode) FOREIGN.readTree(Json.write(user));
        PatchRequest request = FOREIGN.readValue(Patching.body(operations), PatchRequest.class);
        GenericScimResource patched = request.apply(new GenericScimResource(tree));
        ObjectNode after = patched.getObjectNode();
        after.remove("schemas");
        return withoutEmpty(Json.readObject(after.toString().getBytes(UTF_8)));
    }

    /** The foreign library leaves empty objects behind; both mean "unassigned". */
    private static Complex withoutEmpty(Complex resource) {
        Complex rest = resource;
        for (var member : resource.members().entrySet()) {
            if (member.getValue().equals(Complex.EMPTY)) {
                rest = rest.without(member.getKey());
            }
        }
        return rest;
    }

    @Provide
    Arbitrary<String> users() {
        return Arbitraries.of(
                "{'title':'T','name':{'givenName':'G','familyName':'F'}}",
                "{'emails':[{'value':'1','type':'work','display':'x'},{'value':'2','type':'home'}]}",
                "{'emails':[{'value':'1','type':'work','display':'x'},{'value':'3','type':'work'}],"
                        + "'EXT':{'department':'D','division':'V'}}");
    }

    @Provide
    Arbitrary<String> operations() {
        return Arbitraries.of(
                        "{'op':'add','path':'title','value':'U'}",
                        "{'op':'replace','path':'title','value':'V'}",
                        "{'op':'remove','path':'title'}",
                        "{'op':'add','path':'name.givenName','value':'H'}",
                        "{'op':'replace','path':'name','value':{'familyName':'I'}}",
                        "{'op':'remove','path':'name.givenName'}",
                        "{'op':'remove','path':'name'}",
                        "{'op':'add','value':{'nickName':'N','name':{'middleName':'M'}}}",
                        "{'op':'replace','value':{'displayName':'E'}}",
                        "{'op':'add','path':'emails','value':[{'value':'9','type':'work'}]}",
                        "{'op':'replace','path':'emails','value':[{'value':'1','type':'work'}]}",
                        "{'op':'remove','path':'emails[type eq \\\"home\\\"]'}",
                        "{'op':'remove','path':'emails[value eq \\\"1\\\"].display'}",
                        "{'op':'remove','path':'emails'}",
                        "{'op':'add','path':'EXT:department','value':'C'}",
                        "{'op':'replace','path':'EXT:division','value':'B'}",
                        "{'op':'remove','path':'EXT:department'}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(operations -> String.join(",", operations));
    }
}
