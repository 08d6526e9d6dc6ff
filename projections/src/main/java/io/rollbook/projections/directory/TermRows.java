package io.rollbook.projections.directory;

import io.rollbook.projections.database.RoundTrip;
import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.document.Term;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes what resources are found by beside their names. */
final class TermRows {

    private final String add;
    private final String remove;

    TermRows(Tables tables) {
        add =
                tables.in(
                        """
                        insert into {terms} (tenant, attribute, value_key, id)
                        select ?, t.attribute, t.value_key, t.id
                        from unnest(?, ?, ?) as t (attribute, value_key, id)
                        on conflict do nothing
                        """);
        remove =
                tables.in(
                        """
                        delete from {terms} x
                        using unnest(?, ?, ?) as t (attribute, value_key, id)
                        where x.tenant = ? and x.attribute = t.attribute
                            and x.value_key = t.value_key and x.id = t.id
                        """);
    }

    /** The terms of one or several resources. */
    static final class Terms {

        private final List<String> attributes = new ArrayList<>();
        private final List<String> valueKeys = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();

        /** Those that are in the first set only. */
        void addDifference(String id, Set<Term> terms, Set<Term> others) {
            for (var term : terms) {
                if (!others.contains(term)) {
                    attributes.add(term.attribute());
                    valueKeys.add(term.valueKey());
                    ids.add(id);
                }
            }
        }

        boolean isEmpty() {
            return ids.isEmpty();
        }
    }

    void add(RoundTrip writes, String tenantId, Terms terms) {
        if (!terms.isEmpty()) {
            writes.add(
                    Sql.of(
                            add,
                            tenantId,
                            array(terms.attributes),
                            array(terms.valueKeys),
                            array(terms.ids)));
        }
    }

    void remove(RoundTrip writes, String tenantId, Terms terms) {
        if (!terms.isEmpty()) {
            writes.add(
                    Sql.of(
                            remove,
                            array(terms.attributes),
                            array(terms.valueKeys),
                            array(terms.ids),
                            tenantId));
        }
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
