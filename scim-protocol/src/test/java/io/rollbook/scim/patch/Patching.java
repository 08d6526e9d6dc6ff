package io.rollbook.scim.patch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;

/** Patches from JSON to JSON, with single quotes for double ones and {@code EXT} for the URN. */
record Patching(ResourceType type, Profile profile) {
    static final ResourceType USER = SchemaCatalog.standard().user();
    static final ResourceType GROUP = SchemaCatalog.standard().group();
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /** A user may leave out its userName: it is there before and after. */
    static Complex user(String json) {
        Complex user = Json.readObject(bytes(json));
        return user.has("userName") ? user : user.with("userName", new Text("mia"));
    }

    static byte[] body(String operations) {
        return bytes(
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':["
                        + operations
                        + "]}");
    }

    static byte[] bytes(String json) {
        return json.replace("EXT", ENTERPRISE).replace('\'', '"').getBytes(UTF_8);
    }

    Patched patched(Complex before, String operations) {
        return switch (outcome(before, operations)) {
            case Outcome.Accepted<Patched>(Patched patched) -> patched;
            case Outcome.Refused<Patched>(ScimError error) -> throw new AssertionError(error);
        };
    }

    ScimError refusal(Complex before, String operations) {
        return switch (outcome(before, operations)) {
            case Outcome.Accepted<Patched>(Patched patched) ->
                    throw new AssertionError(
                            "accepted: " + new String(Json.write(patched.attributes()), UTF_8));
            case Outcome.Refused<Patched>(ScimError error) -> error;
        };
    }

    Outcome<Patched> outcome(Complex before, String operations) {
        return PatchReader.read(body(operations), type, profile)
                .flatMap(patch -> patch.apply(before));
    }
}
