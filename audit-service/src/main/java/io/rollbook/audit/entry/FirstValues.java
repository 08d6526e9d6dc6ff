package io.rollbook.audit.entry;

import io.rollbook.contract.AttributeChange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A new resource told as changes from nothing, with the paths that its later changes will have: the
 * parts of a complex attribute one by one, a multi-valued attribute as a whole.
 */
final class FirstValues {

    private FirstValues() {}

    static List<AttributeChange> of(Map<String, Object> attributes) {
        var changes = new ArrayList<AttributeChange>();
        attributes.forEach(
                (name, value) -> {
                    if (name.startsWith("urn:") && value instanceof Map<?, ?> extension) {
                        extension.forEach((part, inner) -> add(changes, name + ":" + part, inner));
                    } else {
                        add(changes, name, value);
                    }
                });
        return changes;
    }

    private static void add(List<AttributeChange> changes, String path, Object value) {
        if (value instanceof Map<?, ?> complex) {
            complex.forEach(
                    (part, inner) ->
                            changes.add(new AttributeChange(path + "." + part, null, inner)));
        } else {
            changes.add(new AttributeChange(path, null, value));
        }
    }
}
