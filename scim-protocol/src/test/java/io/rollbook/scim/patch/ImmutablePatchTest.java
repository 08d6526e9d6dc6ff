package io.rollbook.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.ScimType;
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
import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

/** Attributes that are set once: the standard resources have them in a group's members only. */
class ImmutablePatchTest {
    private static final Attribute SERIAL = simple("serial");
    private static final Attributes ATTRIBUTES =
            new Attributes(List.of(SERIAL, complex("place", false), complex("parts", true)));
    private static final ResourceType DEVICE =
            new ResourceType(
                    "Device",
                    "/Devices",
                    "",
                    new Schema("urn:example:Device", "Device", "", ATTRIBUTES),
                    List.of(),
                    ATTRIBUTES,
                    Set.of());
    private static final Patching RFC = new Patching(DEVICE, Profile.RFC);

    @ParameterizedTest(name = "{1}")
    @Tag("P3.5.2-7")
    @Tag("C7-3")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {'op':'add','path':'serial','value':'1'} | {'serial':'1'}",
                "{'serial':'1'} | {'op':'replace','path':'serial','value':'1'} | {'serial':'1'}",
                "{'place':{'serial':'1'}} | {'op':'remove','path':'place'} | {}",
                "{'parts':[{'serial':'1'}]} | {'op':'remove','path':'parts[serial eq \\'1\\']'} |"
                        + " {}",
                "{'parts':[{'serial':'1'}]} |"
                        + " {'op':'replace','path':'parts','value':[{'serial':'2'}]} |"
                        + " {'parts':[{'serial':'2'}]}"
            })
    void mayBeSetOnceAndComeAndGoWithTheirParent(String before, String operation, String after) {
        assertThat(RFC.patched(device(before), operation.replace("\\'", "\\\"")).attributes())
                .isEqualTo(device(after));
    }

    @ParameterizedTest(name = "{1}")
    @Tag("P3.5.2-7")
    @Tag("C7-3")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'serial':'1'} | {'op':'replace','path':'serial','value':'2'}",
                "{'serial':'1'} | {'op':'remove','path':'serial'}",
                "{'place':{'serial':'1'}} | {'op':'add','path':'place.serial','value':'2'}",
                "{'place':{'serial':'1','note':'n'}} | {'op':'remove','path':'place.serial'}",
                "{'parts':[{'serial':'1'}]} | {'op':'replace','path':'parts[serial eq"
                        + " \\'1\\'].serial','value':'2'}"
            })
    void cannotBeChanged(String before, String operation) {
        assertThat(RFC.refusal(device(before), operation.replace("\\'", "\\\"")).scimType())
                .isEqualTo(ScimType.MUTABILITY);
    }

    private static Complex device(String json) {
        return Json.readObject(Patching.bytes(json));
    }

    private static Attribute simple(String name) {
        return attribute(name, AttributeType.STRING, false, Mutability.IMMUTABLE, Attributes.NONE);
    }

    private static Attribute complex(String name, boolean multiValued) {
        Attribute note =
                attribute(
                        "note",
                        AttributeType.STRING,
                        false,
                        Mutability.READ_WRITE,
                        Attributes.NONE);
        return attribute(
                name,
                AttributeType.COMPLEX,
                multiValued,
                Mutability.READ_WRITE,
                new Attributes(List.of(SERIAL, note)));
    }

    private static Attribute attribute(
            String name,
            AttributeType type,
            boolean multiValued,
            Mutability mutability,
            Attributes subAttributes) {
        return new Attribute(
                name,
                type,
                multiValued,
                "",
                false,
                List.of(),
                true,
                mutability,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                subAttributes);
    }
}
