package io.rollbook.provisioning.publish.contract;

import io.rollbook.contract.AttributeChange;
import io.rollbook.scim.change.Change;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SCIM values as the contract has them: maps, lists, strings, numbers and booleans. */
final class Attributes {

    private Attributes() {}

    static Map<String, Object> of(Complex attributes) {
        var plain = new LinkedHashMap<String, Object>();
        attributes.forEach((name, value) -> plain.put(name, Json.toPlain(value)));
        return plain;
    }

    static List<AttributeChange> of(List<Change> changes) {
        return changes.stream()
                .map(
                        change ->
                                new AttributeChange(
                                        change.path(),
                                        plain(change.before()),
                                        plain(change.after())))
                .toList();
    }

    private static @Nullable Object plain(@Nullable Value value) {
        return value == null ? null : Json.toPlain(value);
    }
}
