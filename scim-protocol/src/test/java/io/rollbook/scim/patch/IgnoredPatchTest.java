package io.rollbook.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.schema.Schema;
import io.rollbook.scim.schema.Uniqueness;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

/** What operations have that is accepted and not taken over. */
class IgnoredPatchTest {

    @Test
    void isNamedOnce() {
        assertThat(
                        ignored(
                                """
                                {'op':'replace','path':'password','value':'s3cret'},
                                {'op':'add','value':{'password':'s3cret','title':'Boss'}},
                                {'op':'add','path':'name','value':{'nick':'x'}},
                                {'op':'add','path':'emails','value':[{'value':'a@b.example','on':1}]}
                                """))
                .containsExactly("password", "name.nick", "emails.on");
    }

    @Test
    void isNothingWhereAllIsTakenOver() {
        assertThat(
                        ignored(
                                """
                                {'op':'remove','path':'password'},
                                {'op':'replace','path':'title','value':'Boss'},
                                {'op':'add','value':{'id':'1','meta':{},'nickName':'m'}}
                                """))
                .isEmpty();
    }

    /** A tenant's schema may have a secret beside what is kept. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'vault.secret','value':'s3cret'}",
                "{'op':'add','path':'vault','value':{'secret':'s3cret'}}",
                "{'op':'add','value':{'vault.secret':'s3cret'}}",
                "{'op':'replace','path':'vault[place eq \\'x\\'].secret','value':'s3cret'}"
            })
    void isASecretPartWhereverItStands(String operation) {
        var vault =
                attribute(
                        "vault",
                        Returned.DEFAULT,
                        List.of(
                                attribute("secret", Returned.NEVER, List.of()),
                                attribute("place", Returned.DEFAULT, List.of())));
        var attributes = new Attributes(List.of(vault));
        var schema = new Schema("urn:example:Safe", "Safe", "", attributes);
        var type = new ResourceType("Safe", "/Safes", "", schema, List.of(), attributes, Set.of());

        var read =
                PatchReader.read(
                        Patching.body(operation.replace("\\'", "\\\"")), type, Profile.ENTRA);

        assertThat(ignored(read)).containsExactly("vault.secret");
        assertThat(read.map(patch -> patch.wished(Complex.EMPTY).attributes()))
                .isEqualTo(Outcome.accepted(Complex.EMPTY));
        assertThat(read.flatMap(patch -> patch.apply(Complex.EMPTY)).map(Patched::attributes))
                .isEqualTo(Outcome.accepted(Complex.EMPTY));
    }

    private static Attribute attribute(String name, Returned returned, List<Attribute> parts) {
        return new Attribute(
                name,
                parts.isEmpty() ? AttributeType.STRING : AttributeType.COMPLEX,
                false,
                "",
                false,
                List.of(),
                false,
                Mutability.READ_WRITE,
                returned,
                Uniqueness.NONE,
                List.of(),
                new Attributes(parts));
    }

    private static List<String> ignored(String operations) {
        return ignored(PatchReader.read(Patching.body(operations), Patching.USER, Profile.ENTRA));
    }

    private static List<String> ignored(Outcome<Patch> read) {
        return switch (read) {
            case Outcome.Accepted<Patch>(var patch) -> patch.ignored();
            case Outcome.Refused<Patch>(var error) -> throw new AssertionError(error);
        };
    }
}
