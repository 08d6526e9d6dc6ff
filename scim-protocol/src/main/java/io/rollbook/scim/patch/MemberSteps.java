package io.rollbook.scim.patch;

import io.rollbook.scim.patch.MemberOperation.AddMembers;
import io.rollbook.scim.patch.MemberOperation.RemoveAllMembers;
import io.rollbook.scim.patch.MemberOperation.RemoveMatching;
import io.rollbook.scim.patch.MemberOperation.RemoveMembers;
import io.rollbook.scim.patch.MemberOperation.ReplaceMembers;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the steps on members in their order. Neighbours that all add, or all remove by name,
 * become one: a client that sends an operation for each member would otherwise have each of them
 * looked up alone. Not thread-safe.
 */
final class MemberSteps {
    private final List<MemberOperation> steps = new ArrayList<>();
    private final Map<String, Complex> added = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();

    void add(MemberOperation operation) {
        switch (operation) {
            case AddMembers(var members) -> {
                endRemoval();
                members.forEach(member -> added.putIfAbsent(valueOf(member), member));
            }
            case RemoveMembers(var values) -> {
                endAddition();
                removed.addAll(values);
            }
            case RemoveMatching matching -> addAlone(matching);
            case RemoveAllMembers all -> addAlone(all);
            case ReplaceMembers replacement -> addAlone(replacement);
        }
    }

    List<MemberOperation> toList() {
        endAddition();
        endRemoval();
        return List.copyOf(steps);
    }

    private void addAlone(MemberOperation operation) {
        endAddition();
        endRemoval();
        steps.add(operation);
    }

    private void endAddition() {
        if (!added.isEmpty()) {
            steps.add(new AddMembers(List.copyOf(added.values())));
            added.clear();
        }
    }

    private void endRemoval() {
        if (!removed.isEmpty()) {
            steps.add(new RemoveMembers(List.copyOf(removed)));
            removed.clear();
        }
    }

    private static String valueOf(Complex member) {
        if (member.get(Attribute.VALUE) instanceof Text(String value)) {
            return value;
        }
        throw new IllegalArgumentException("an element without a value");
    }
}
