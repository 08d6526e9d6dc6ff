package io.rollbook.scim.resource;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.message.RequestBody;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Text;

/**
 * Reads the body of a POST or PUT. Attribute names count in any case; what the service provider
 * sets itself is ignored (RFC 7644 §3.3), and so are names that no schema knows, in both profiles:
 * identity providers map attributes ahead of what a service can take, and refusing would stop the
 * whole user. They are listed in the submission, and so is what is accepted and discarded.
 */
public final class ResourceReader {
    private ResourceReader() {}

    /** Never throws for anything that a client can send. */
    public static Outcome<Submission> read(byte[] body, ResourceType type, Profile profile) {
        boolean lenient = profile == Profile.ENTRA;
        boolean clean = Text.areClean(body);
        return RequestBody.readObject(
                body, parser -> new ResourceReading(type, lenient, clean).read(parser));
    }
}
