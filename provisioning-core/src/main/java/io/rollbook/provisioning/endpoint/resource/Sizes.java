package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.patch.Patch;
import io.rollbook.scim.patch.PatchReader;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.RequestSizes;
import io.rollbook.scim.seam.ScimRequest;

/** How much a request may say, by what was set for who sends it. */
final class Sizes {

    private Sizes() {}

    /** The PATCH of a request, or 413 when it has too many operations. */
    static Outcome<Patch> patchOf(ScimRequest request, ResourceType type) {
        return PatchReader.read(
                request.body(),
                type,
                RequestParts.profileOf(request),
                RequestSizes.within(
                        sizesOf(request).patchOperations(), PatchReader.MAX_OPERATIONS));
    }

    /**
     * @param named how many members a request names
     * @return what names them, or 413 when they are too many
     */
    static <T> Outcome<T> checked(ScimRequest request, T body, int named) {
        int most = RequestSizes.within(sizesOf(request).members(), Integer.MAX_VALUE);
        return named <= most
                ? Outcome.accepted(body)
                : Outcome.refused(
                        ScimError.of(413, "A request names at most " + most + " members."));
    }

    private static RequestSizes sizesOf(ScimRequest request) {
        return request.caller().terms().sizes();
    }
}
