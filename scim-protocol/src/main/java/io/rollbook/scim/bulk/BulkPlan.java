package io.rollbook.scim.bulk;

import io.rollbook.scim.bulk.message.BulkData;
import io.rollbook.scim.bulk.message.BulkOperation;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which operations are carried out: that of the request, except that a creation comes
 * before whatever refers to it. All others keep their places, so that what they come to is what it
 * would be one after the other (RFC 7644 §3.7).
 *
 * <p>Resources that refer to each other in a circle are created with each other's ids, which are
 * known beforehand. Only attributes that are kept apart, a group's members, must not name what is
 * not there yet: a circle of these alone cannot be resolved.
 */
public record BulkPlan(List<Turn> turns) {

    /**
     * @param circular whether the operation can only be refused, because what it creates would have
     *     to be a member of itself
     */
    public record Turn(BulkOperation operation, boolean circular) {}

    public BulkPlan {
        turns = List.copyOf(turns);
    }

    public static BulkPlan of(List<BulkOperation> operations, SchemaCatalog catalog) {
        int[][] before = withoutLooseCircles(operations, catalog);
        List<Turn> turns = new ArrayList<>(operations.size());
        for (List<Integer> component : Components.of(before)) {
            int first = component.getFirst();
            boolean circular =
                    component.size() > 1
                            || Arrays.stream(before[first]).anyMatch(to -> to == first);
            component.forEach(each -> turns.add(new Turn(operations.get(each), circular)));
        }
        return new BulkPlan(turns);
    }

    /** For each operation the creations that have to come before it. */
    private static int[][] withoutLooseCircles(
            List<BulkOperation> operations, SchemaCatalog catalog) {
        int[][] references = references(operations);
        int[] circles = circles(references);
        for (int i = 0; i < references.length; i++) {
            int node = i;
            Set<String> needed = neededThere(operations.get(i), catalog);
            references[i] =
                    Arrays.stream(references[i])
                            .filter(
                                    to ->
                                            circles[to] != circles[node]
                                                    || needed.contains(operations.get(to).bulkId()))
                            .toArray();
        }
        return references;
    }

    /** For each operation the creations that it refers to. */
    private static int[][] references(List<BulkOperation> operations) {
        Map<String, Integer> creations = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            String bulkId = operations.get(i).bulkId();
            if (bulkId != null && operations.get(i).creates()) {
                creations.put(bulkId, i);
            }
        }
        return operations.stream()
                .map(
                        operation ->
                                operation.references().stream()
                                        .filter(creations::containsKey)
                                        .mapToInt(creations::get)
                                        .toArray())
                .toArray(int[][]::new);
    }

    private static int[] circles(int[][] references) {
        int[] circles = new int[references.length];
        int number = 0;
        for (List<Integer> component : Components.of(references)) {
            for (int member : component) {
                circles[member] = number;
            }
            number++;
        }
        return circles;
    }

    /** The bulk ids that stand where only the ids of what is there may stand. */
    private static Set<String> neededThere(BulkOperation operation, SchemaCatalog catalog) {
        ResourceType type = catalog.resourceType(operation.path());
        BulkData data = operation.data();
        if (type == null || data == null) {
            return Set.of();
        }
        Set<String> needed = new HashSet<>();
        type.detached().forEach(attribute -> needed.addAll(data.referencesIn(attribute)));
        return needed;
    }
}
