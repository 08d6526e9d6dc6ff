package io.rollbook.scim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.patch.PatchReader;
import io.rollbook.scim.resource.ResourceReader;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;

/** Everything that reads what a client sends, as one function from bytes to an outcome. */
final class Kernel {

    static final ResourceType USER = SchemaCatalog.standard().user();
    static final ResourceType GROUP = SchemaCatalog.standard().group();

    private static final Complex STATE =
            Json.readObject(
                    """
                    {"userName":"mia","active":true,"displayName":"Mia",
                     "name":{"givenName":"Mia","familyName":"Okoro"},
                     "emails":[{"value":"m@example.com","type":"work","primary":true},
                               {"value":"h@example.com","type":"home"}]}
                    """
                            .getBytes(UTF_8));

    private Kernel() {}

    /** The body as a creation and as a patch, of users and groups, in both profiles. */
    static void answers(byte[] body) {
        for (ResourceType type : List.of(USER, GROUP)) {
            for (Profile profile : Profile.values()) {
                isSound(
                        ResourceReader.read(body, type, profile).map(each -> each.attributes()),
                        type);
                isSound(
                        PatchReader.read(body, type, profile)
                                .flatMap(patch -> patch.apply(STATE))
                                .map(patched -> patched.attributes()),
                        type);
            }
        }
    }

    /** What is accepted can be stored and read again; what is refused is the client's fault. */
    private static void isSound(Outcome<Complex> outcome, ResourceType type) {
        switch (outcome) {
            case Outcome.Accepted<Complex>(Complex attributes) -> {
                byte[] stored =
                        CanonicalJson.of(
                                type, "1", attributes, new Meta(Instant.EPOCH, Instant.EPOCH, 1));
                Complex read = Json.readObject(CanonicalJson.render(stored, "https://h/v2"));
                assertThat(read.get("id")).isNotNull();
            }
            case Outcome.Refused<Complex>(ScimError error) -> isRefusal(error);
        }
    }

    static void isRefusal(ScimError error) {
        assertThat(error.status()).isBetween(400, 499);
        assertThat(error.detail()).hasSizeLessThan(1_000);
        assertThat(Json.readObject(ScimErrors.response(error).body()).has("detail")).isTrue();
    }

    /** How many bytes of memory the work took, whether they were given back or not. */
    static long allocatedBy(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
