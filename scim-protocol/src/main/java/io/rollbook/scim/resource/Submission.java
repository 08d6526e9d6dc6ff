package io.rollbook.scim.resource;

import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.value.Complex;

import java.util.List;
import java.util.Map;

/**
 * What a client asked a resource to be, in a POST or PUT.
 *
 * @param attributes validated, under canonical names, with the values exactly as sent; without what
 *     the service provider sets, what it discards and what is unassigned
 * @param detached the elements of attributes that are kept apart, by name; no entry when the body
 *     did not name the attribute, an empty one when it emptied it
 * @param ignored names that the schemas do not know, as sent, and of what is discarded; only the
 *     first few
 */
public record Submission(
        Complex attributes, Map<String, List<Complex>> detached, List<String> ignored)
        implements Sent {

    public Submission {
        detached = Map.copyOf(detached);
        ignored = List.copyOf(ignored);
    }

    @Override
    public boolean names(AttributePath path) {
        return path.attributeIn(attributes) != null;
    }

    @Override
    public int detachedNamed() {
        return detached.values().stream().mapToInt(List::size).sum();
    }
}
