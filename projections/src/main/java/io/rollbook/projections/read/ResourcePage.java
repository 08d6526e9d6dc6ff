package io.rollbook.projections.read;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how long the whole list is
 */
record ResourcePage(long total, List<ShownResource> resources) {

    ResourcePage {
        resources = List.copyOf(resources);
    }
}
