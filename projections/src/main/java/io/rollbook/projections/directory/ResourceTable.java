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
import java.util.List;
import java.util.Set;

/** The users, or the groups: their rows and what else they are found by. */
final class ResourceTable {

    private static final int LARGE = 200;

    private final ResourceRows rows;
    private final TermRows terms;

    ResourceTable(Tables tables, String name) {
        this.rows = new ResourceRows(tables, name);
        this.terms = new TermRows(tables);
    }

    /** A transition with what is stored before and after it. */
    private record Prepared(String id, @Nullable ResourceRow before, @Nullable ResourceRow after) {}

    /** Ready to apply events to the resources with these ids. */
    ResourceFold fold(
            Connection connection, String tenantId, ResourceType type, Collection<String> ids)
            throws SQLException {
        return new ResourceFold(type, rows.load(connection, tenantId, type, ids));
    }

    /**
     * @return how many rows there are more than before
     */
    long write(
            Connection connection,
            String tenantId,
            ResourceType type,
            Collection<ResourceTransition> transitions)
            throws SQLException {
        var saved = new ArrayList<ResourceRow>();
        var removed = new ArrayList<String>();
        var newTerms = new TermRows.Terms();
        var oldTerms = new TermRows.Terms();
        for (var prepared : prepare(type, transitions)) {
            var after = prepared.after();
            if (after == null) {
                removed.add(prepared.id());
            } else {
                saved.add(after);
            }
            newTerms.addDifference(prepared.id(), terms(after), terms(prepared.before()));
            oldTerms.addDifference(prepared.id(), terms(prepared.before()), terms(after));
        }
        rows.remove(connection, tenantId, removed);
        rows.save(connection, tenantId, saved);
        terms.remove(connection, tenantId, oldTerms);
        terms.add(connection, tenantId, newTerms);
        return transitions.stream().mapToInt(ResourceTransition::growth).sum();
    }

    /** Large batches, as they come when much has to be caught up with, on all processors. */
    private static List<Prepared> prepare(
            ResourceType type, Collection<ResourceTransition> transitions) {
        var stream =
                transitions.size() < LARGE ? transitions.stream() : transitions.parallelStream();
        return stream.map(
                        each ->
                                new Prepared(
                                        each.id(),
                                        row(type, each.before()),
                                        row(type, each.after())))
                .toList();
    }

    private static @Nullable ResourceRow row(ResourceType type, @Nullable ResourceState state) {
        return state == null ? null : ResourceRow.of(type, state);
    }

    private static Set<Term> terms(@Nullable ResourceRow row) {
        return row == null ? Set.of() : row.form().terms();
    }
}
