package io.rollbook.projections.directory;

import java.util.Map;

/**
 * What a series of events came to.
 *
 * @param usersMore how many users there are more than before
 * @param groupsMore likewise
 * @param versions of each resource that the events changed or deleted
 */
public record DirectoryChange(long usersMore, long groupsMore, Map<String, Long> versions) {

    public DirectoryChange {
        versions = Map.copyOf(versions);
    }
}
