package io.rollbook.audit.read;

import java.util.List;

/** How entries are come upon in the order of time; those that a condition drops are passed over. */
public sealed interface Way {

    /** All of the tenant, one after the other. */
    record Whole() implements Way {}

    /**
     * Those without a value of the key. Its index has them in the order of time, which PostgreSQL
     * sees only where the column is in the order, too.
     */
    record Without(Key key) implements Way {}

    /** Those that have one of the values: a page of each. */
    record Each(Key key, List<String> values) implements Way {

        public Each {
            values = List.copyOf(values);
        }
    }

    /**
     * Those of the kinds, of all together and no further than needed: where the condition drops
     * many, a page of a kind may be far away or not be there.
     */
    record Along(List<String> kinds) implements Way {

        public Along {
            kinds = List.copyOf(kinds);
        }
    }
}
