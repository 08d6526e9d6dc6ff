package io.rollbook.scim.bulk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The strongly connected components of a graph (Tarjan 1972): each circle is one, and what is in no
 * circle is one alone. What others point to comes before them; apart from that, nodes keep their
 * order. Time and memory grow with nodes and edges, and no call nests, however long a chain is.
 */
final class Components {

    private static final int UNSEEN = -1;

    private final int[][] targets;
    private final int[] order;
    private final int[] lowest;
    private final int[] nextEdge;
    private final boolean[] open;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Integer> unassigned = new ArrayDeque<>();
    private final List<List<Integer>> components = new ArrayList<>();
    private int seen;

    private Components(int[][] targets) {
        this.targets = targets;
        this.order = new int[targets.length];
        this.lowest = new int[targets.length];
        this.nextEdge = new int[targets.length];
        this.open = new boolean[targets.length];
        Arrays.fill(order, UNSEEN);
    }

    /**
     * @param targets for each node those that it points to
     */
    static List<List<Integer>> of(int[][] targets) {
        var search = new Components(targets);
        for (int node = 0; node < targets.length; node++) {
            search.from(node);
        }
        return search.components;
    }

    private void from(int start) {
        if (order[start] != UNSEEN) {
            return;
        }
        enter(start);
        while (!path.isEmpty()) {
            int node = path.getLast();
            if (nextEdge[node] < targets[node].length) {
                follow(node, targets[node][nextEdge[node]++]);
            } else {
                leave(node);
            }
        }
    }

    private void enter(int node) {
        order[node] = seen;
        lowest[node] = seen;
        seen++;
        open[node] = true;
        path.addLast(node);
        unassigned.addLast(node);
    }

    private void follow(int node, int target) {
        if (order[target] == UNSEEN) {
            enter(target);
        } else if (open[target]) {
            lowest[node] = Math.min(lowest[node], order[target]);
        }
    }

    private void leave(int node) {
        path.removeLast();
        if (!path.isEmpty()) {
            int before = path.getLast();
            lowest[before] = Math.min(lowest[before], lowest[node]);
        }
        if (lowest[node] != order[node]) {
            return;
        }
        List<Integer> component = new ArrayList<>();
        int member;
        do {
            member = unassigned.removeLast();
            open[member] = false;
            component.add(member);
        } while (member != node);
        components.add(component.reversed());
    }
}
