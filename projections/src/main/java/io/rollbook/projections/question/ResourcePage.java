package io.rollbook.projections.question;

import io.rollbook.projections.order.Position;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how long the whole list is
 * @param found how many resources there were in the window; some of them may not be shown
 * @param end where the last one that is shown stands
 */
public record ResourcePage(long total, long found, List<ShownResource> resources, Position end) {

    public static final ResourcePage NONE =
            new ResourcePage(0, 0, List.of(), new Position(null, ""));

    public ResourcePage {
        resources = List.copyOf(resources);
    }

    public static ResourcePage nothingOf(long total) {
        return new ResourcePage(total, 0, List.of(), NONE.end);
    }

    public boolean hasMore() {
        return found > resources.size();
    }
}
