package io.rollbook.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.schema.SchemaCatalog;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whatever refers to whatever. */
class BulkPlanProperties {

    /** Node i is a group with these members, or a user with the first of them as manager. */
    record Node(boolean isGroup, List<Integer> targets) {}

    @Property(tries = 400)
    @Tag("P3.7-10")
    void everyOperationHasOneTurn(@ForAll("graphs") List<Node> graph) {
        assertThat(turns(graph))
                .extracting(turn -> turn.operation().number() - 1)
                .doesNotHaveDuplicates()
                .hasSize(graph.size());
    }

    @Property(tries = 400)
    void circularIsExactlyWhoIsBelowItself(@ForAll("graphs") List<Node> graph) {
        for (var turn : turns(graph)) {
            int node = turn.operation().number() - 1;
            assertThat(turn.circular()).isEqualTo(below(graph, node).contains(node));
        }
    }

    @Property(tries = 400)
    @Tag("P3.7-10")
    void membersComeBeforeTheirGroups(@ForAll("graphs") List<Node> graph) {
        Set<Integer> there = new HashSet<>();
        for (var turn : turns(graph)) {
            int node = turn.operation().number() - 1;
            if (!turn.circular() && graph.get(node).isGroup()) {
                assertThat(there).containsAll(graph.get(node).targets());
            }
            there.add(node);
        }
    }

    @Property(tries = 400)
    @Tag("P3.7-10")
    void managersComeBeforeTheirReportsUnlessTheyReportToThem(@ForAll("graphs") List<Node> graph) {
        Set<Integer> there = new HashSet<>();
        for (var turn : turns(graph)) {
            int node = turn.operation().number() - 1;
            for (int target : graph.get(node).targets()) {
                assertThat(there.contains(target) || reachable(graph, target).contains(node))
                        .isTrue();
            }
            there.add(node);
        }
    }

    @Property(tries = 400)
    @Tag("P3.7-10")
    void withoutForwardReferencesNothingMoves(@ForAll("graphs") List<Node> graph) {
        List<Node> backwards = new ArrayList<>();
        for (int i = 0; i < graph.size(); i++) {
            int self = i;
            backwards.add(
                    new Node(
                            graph.get(i).isGroup(),
                            graph.get(i).targets().stream().filter(to -> to < self).toList()));
        }

        assertThat(turns(backwards)).extracting(turn -> turn.operation().number()).isSorted();
    }

    @Provide
    Arbitrary<List<Node>> graphs() {
        return Arbitraries.integers()
                .between(1, 12)
                .flatMap(
                        size ->
                                Arbitraries.of(true, false)
                                        .flatMap(isGroup -> node(isGroup, size))
                                        .list()
                                        .ofSize(size));
    }

    private static Arbitrary<Node> node(boolean isGroup, int size) {
        return Arbitraries.integers()
                .between(0, size - 1)
                .list()
                .uniqueElements()
                .ofMaxSize(isGroup ? Math.min(3, size) : 1)
                .map(targets -> new Node(isGroup, targets));
    }

    private static List<BulkPlan.Turn> turns(List<Node> graph) {
        var operations = new String[graph.size()];
        for (int i = 0; i < operations.length; i++) {
            var targets =
                    graph.get(i).targets().stream().map(to -> "n" + to).toArray(String[]::new);
            if (graph.get(i).isGroup()) {
                operations[i] = BulkText.group("n" + i, targets);
            } else {
                operations[i] =
                        targets.length == 0
                                ? BulkText.user("n" + i)
                                : BulkText.user("n" + i, targets[0]);
            }
        }
        var request = BulkText.accepted(BulkText.of(operations));
        return BulkPlan.of(request.operations(), SchemaCatalog.standard()).turns();
    }

    /** Who is in a group at any depth. */
    private static Set<Integer> below(List<Node> graph, int node) {
        Set<Integer> found = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            var next = graph.get(open.removeLast());
            for (int target : next.isGroup() ? next.targets() : List.<Integer>of()) {
                if (found.add(target)) {
                    open.add(target);
                }
            }
        }
        return found;
    }

    private static Set<Integer> reachable(List<Node> graph, int node) {
        Set<Integer> found = new HashSet<>(Set.of(node));
        List<Integer> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            for (int target : graph.get(open.removeLast()).targets()) {
                if (found.add(target)) {
                    open.add(target);
                }
            }
        }
        return found;
    }
}
