package io.rollbook.projections.read;

import io.rollbook.scim.canonical.Splice;

import java.util.List;

/**
 * A resource as it stands in the read models.
 *
 * @param splices what comes from memberships, as far as it is shown
 */
record ShownResource(String id, long version, byte[] canonical, List<Splice> splices) {

    ShownResource {
        splices = List.copyOf(splices);
    }
}
