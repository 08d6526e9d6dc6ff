package io.rollbook.projections.directory;

import io.rollbook.projections.database.Tables;
import io.rollbook.projections.directory.fold.ResourceFold;
import io.rollbook.projections.directory.fold.ResourceState;
import io.rollbook.projections.directory.fold.ResourceTransition;
import io.rollbook.projections.document.Term;
import io.rollbook.scim.schema.ResourceType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;

/** The users, or the groups: their rows and what else they are found by. */
final class ResourceTable {

    private final ResourceType type;
    private final ResourceRows rows;
    private final TermRows terms;

    ResourceTable(Tables tables, String name, ResourceType type) {
        this.type = type;
        this.rows = new ResourceRows(tables, name, type);
        this.terms = new TermRows(tables);
    }

    /** Ready to apply events to the resources with these ids. */
    ResourceFold fold(Connection connection, String tenantId, Collection<String> ids)
            throws SQLException {
        return new ResourceFold(type, rows.load(connection, tenantId, ids));
    }

    /**
     * @return how many rows there are more than before
     */
    long write(Connection connection, String tenantId, Collection<ResourceTransition> transitions)
            throws SQLException {
        var saved = new ArrayList<ResourceRow>();
        var removed = new ArrayList<String>();
        var newTerms = new TermRows.Terms();
        var oldTerms = new TermRows.Terms();
        for (var transition : transitions) {
            var before = row(transition.before());
            var after = row(transition.after());
            if (after == null) {
                removed.add(transition.id());
            } else {
                saved.add(after);
            }
            newTerms.addDifference(transition.id(), terms(after), terms(before));
            oldTerms.addDifference(transition.id(), terms(before), terms(after));
        }
        rows.remove(connection, tenantId, removed);
        rows.save(connection, tenantId, saved);
        terms.remove(connection, tenantId, oldTerms);
        terms.add(connection, tenantId, newTerms);
        return transitions.stream().mapToInt(ResourceTransition::growth).sum();
    }

    private @Nullable ResourceRow row(@Nullable ResourceState state) {
        return state == null ? null : ResourceRow.of(type, state);
    }

    private static Set<Term> terms(@Nullable ResourceRow row) {
        return row == null ? Set.of() : row.form().terms();
    }
}
