package io.rollbook.projections.question;

import io.rollbook.scim.canonical.Splice;

import java.util.List;

/**
 * A resource as it stands in the read models.
 *
 * @param type the name of its resource type
 * @param splices what comes from memberships, as far as it is shown
 */
public record ShownResource(
        String type, String id, long version, byte[] canonical, List<Splice> splices) {

    public ShownResource {
        splices = List.copyOf(splices);
    }
}
