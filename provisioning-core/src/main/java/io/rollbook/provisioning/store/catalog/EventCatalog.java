package io.rollbook.provisioning.store.catalog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything that can stand in the store, and its JSON. What was written in an older revision is
 * lifted step by step to the present one when it is read. Thread-safe.
 */
public final class EventCatalog {

    private final Map<Class<?>, StoredType> byClass;
    private final Map<String, StoredType> byName;
    private final Map<Step, Upcaster> upcasters;
    private final JsonMapper json = StoredJson.mapper();

    /**
     * @throws IllegalStateException when two share a name, a class or a step, or when a step from
     *     an older revision to the present one is missing
     */
    public EventCatalog(Collection<StoredType> types, Collection<Upcaster> upcasters) {
        this.byClass =
                types.stream().collect(toUnmodifiableMap(StoredType::type, Function.identity()));
        this.byName =
                types.stream().collect(toUnmodifiableMap(StoredType::name, Function.identity()));
        this.upcasters =
                upcasters.stream()
                        .collect(
                                toUnmodifiableMap(
                                        step -> new Step(step.name(), step.from()),
                                        Function.identity()));
        types.forEach(this::requireAllSteps);
    }

    public Collection<StoredType> types() {
        return byName.values();
    }

    /**
     * @throws IllegalArgumentException for a class that has no name in the store
     */
    public StoredType typeOf(Class<?> type) {
        var stored = byClass.get(type);
        if (stored == null) {
            throw new IllegalArgumentException("No name in the store for " + type.getName());
        }
        return stored;
    }

    /**
     * @throws IllegalArgumentException for a name that this version does not know
     */
    public StoredType typeOf(String name) {
        var stored = byName.get(name);
        if (stored == null) {
            throw new IllegalArgumentException("The store holds an unknown type: " + name);
        }
        return stored;
    }

    /** Whether it is what this version would write. */
    public boolean isCurrent(String name, int revision) {
        var stored = byName.get(name);
        return stored != null && stored.revision() == revision;
    }

    public byte[] write(Object event) {
        return json.writeValueAsBytes(event);
    }

    /**
     * @param revision that the bytes were written in
     * @throws IllegalArgumentException for a name or a later revision that this version does not
     *     know
     */
    public Object read(String name, int revision, byte[] bytes) {
        var stored = typeOf(name);
        if (revision == stored.revision()) {
            return json.readValue(bytes, stored.type());
        }
        if (revision > stored.revision()) {
            throw new IllegalArgumentException(
                    "The store holds a later revision than known: " + name + " " + revision);
        }
        var tree = (ObjectNode) json.readTree(bytes);
        for (int from = revision; from < stored.revision(); from++) {
            tree = step(name, from).change().apply(tree);
        }
        return json.treeToValue(tree, stored.type());
    }

    private void requireAllSteps(StoredType stored) {
        for (int from = 1; from < stored.revision(); from++) {
            step(stored.name(), from);
        }
    }

    private Upcaster step(String name, int from) {
        var step = upcasters.get(new Step(name, from));
        if (step == null) {
            throw new IllegalStateException("No upcaster of " + name + " from revision " + from);
        }
        return step;
    }

    private record Step(String name, int from) {}
}
