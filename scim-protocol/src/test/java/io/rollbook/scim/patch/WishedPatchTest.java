package io.rollbook.scim.patch;

import static io.rollbook.scim.patch.Patching.body;
import static io.rollbook.scim.patch.Patching.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.Profile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a patch wanted can be told although it was refused. */
class WishedPatchTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // no target
                "{'emails':[{'value':'1'}]} | {'op':'replace','path':'emails[type eq"
                        + " \\'work\\'].value','value':'2'} |"
                        + " {'emails':[{'value':'1'},{'type':'work','value':'2'}]}",
                "{} | {'op':'replace','path':'emails[type ne \\'work\\'].value','value':'2'} |"
                        + " {'emails':[{'value':'2'}]}",
                // what follows the one that is refused, too
                "{'title':'a'} | {'op':'replace','path':'emails[type eq \\'work\\']"
                        + ".value','value':'2'},{'op':'replace','path':'title','value':'b'} |"
                        + " {'title':'b','emails':[{'type':'work','value':'2'}]}"
            })
    void isToldOfARefusedOne(String before, String operations, String wished) {
        var patch = PatchReader.read(body(operations), Patching.USER, Profile.RFC);

        assertThat(patch.flatMap(bound -> bound.apply(user(before))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(patch.map(bound -> bound.wished(user(before)).attributes()))
                .isEqualTo(Outcome.accepted(user(wished)));
    }

    @Test
    void isWhatItDoesWhereNothingIsRefused() {
        var operations =
                "{'op':'replace','path':'name.givenName','value':'Mia'},"
                        + "{'op':'remove','path':'title'},"
                        + "{'op':'replace','path':'password','value':'x'}";
        var before = user("{'title':'a','active':true}");
        var patched = new Patching(Patching.USER, Profile.RFC).patched(before, operations);

        assertThat(
                        PatchReader.read(body(operations), Patching.USER, Profile.RFC)
                                .map(patch -> patch.wished(before)))
                .isEqualTo(Outcome.accepted(patched));
        assertThat(patched.attributes().has("password")).isFalse();
    }
}
