package io.rollbook.projections.directory.fold;

import io.rollbook.contract.AttributeChange;
import io.rollbook.scim.change.Change;
import io.rollbook.scim.change.Changes;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Applies a series of events to the users, or to the groups, of one tenant. */
public final class ResourceFold {

    private final ResourceType type;
    private final Map<String, ResourceState> before;
    private final Map<String, ResourceTransition> transitions = new LinkedHashMap<>();

    /**
     * @param before the stored state of every resource that the events change
     */
    public ResourceFold(ResourceType type, Map<String, ResourceState> before) {
        this.type = type;
        this.before = before;
    }

    public void created(String id, Map<String, Object> attributes, Instant time, long version) {
        var complex = (Complex) Json.fromPlain(attributes);
        become(id, new ResourceState(id, complex, time, time, version));
    }

    public void updated(String id, List<AttributeChange> changes, Instant time, long version) {
        var kernelChanges = changes.stream().map(ResourceFold::kernelChange).toList();
        changed(id, old -> Changes.apply(old, kernelChanges), time, version);
    }

    public void changed(String id, UnaryOperator<Complex> change, Instant time, long version) {
        var old = current(id);
        become(id, old.with(change.apply(old.attributes()), time, version));
    }

    public void deleted(String id) {
        current(id);
        become(id, null);
    }

    /** From the stored state to the one after all events, for each resource that they name. */
    public Collection<ResourceTransition> transitions() {
        return transitions.values();
    }

    private ResourceState current(String id) {
        var transition = transitions.get(id);
        var current = transition == null ? before.get(id) : transition.after();
        if (current == null) {
            throw new IllegalStateException(
                    "An event changes %s %s, which does not exist".formatted(type.name(), id));
        }
        return current;
    }

    private void become(String id, @Nullable ResourceState after) {
        transitions.put(id, new ResourceTransition(id, before.get(id), after));
    }

    private static Change kernelChange(AttributeChange change) {
        return new Change(change.path(), value(change.oldValue()), value(change.newValue()));
    }

    private static @Nullable Value value(@Nullable Object plain) {
        return plain == null ? null : Json.fromPlain(plain);
    }
}
