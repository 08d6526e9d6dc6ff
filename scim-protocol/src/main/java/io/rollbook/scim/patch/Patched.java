package io.rollbook.scim.patch;

import io.rollbook.scim.value.Complex;

import java.util.List;

/**
 * What a patch makes of a resource.
 *
 * @param attributes equal to the former ones when the patch changes none of them
 * @param detached what is to be done, in this order, with the attribute that is kept apart
 */
public record Patched(Complex attributes, List<MemberOperation> detached) {

    public Patched {
        detached = List.copyOf(detached);
    }
}
