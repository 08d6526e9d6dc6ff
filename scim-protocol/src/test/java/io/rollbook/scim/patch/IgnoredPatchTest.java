package io.rollbook.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.Profile;

import org.junit.jupiter.api.Test;

import java.util.List;

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

    private static List<String> ignored(String operations) {
        var read = PatchReader.read(Patching.body(operations), Patching.USER, Profile.ENTRA);
        return switch (read) {
            case Outcome.Accepted<Patch>(var patch) -> patch.ignored();
            case Outcome.Refused<Patch>(var error) -> throw new AssertionError(error);
        };
    }
}
