package io.rollbook.projections.directory;

import io.rollbook.projections.database.RoundTrip;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.directory.fold.ResourceFold;
import io.rollbook.projections.directory.fold.ResourceTransition;
import io.rollbook.projections.document.StoredForm;
import io.rollbook.projections.document.Term;
import io.rollbook.scim.schema.ResourceType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The users, or the groups: their rows and what else they are found by. */
final class ResourceTable {

    private static final int LARGE = 200;

    private final ResourceRows rows;
    private final TermRows terms;

    ResourceTable(Tables tables, String name) {
        this.rows = new ResourceRows(tables, name);
        this.terms = new TermRows(tables);
    }

    /** A transition with what its resource was found by before, and what is stored after it. */
    private record Prepared(String id, Set<Term> before, @Nullable ResourceRow after) {}

    /** Ready to apply events to the resources with these ids. */
    Supplier<ResourceFold> fold(
            RoundTrip reads, String tenantId, Supplier<ResourceType> type, Collection<String> ids) {
        var before = rows.load(reads, tenantId, type, ids);
        return () -> new ResourceFold(type.get(), before.get());
    }

    /**
     * @return how many rows there are more than before
     */
    long write(
            RoundTrip writes,
            String tenantId,
            ResourceType type,
            Collection<ResourceTransition> transitions) {
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
            newTerms.addDifference(prepared.id(), terms(after), prepared.before());
            oldTerms.addDifference(prepared.id(), prepared.before(), terms(after));
        }
        rows.remove(writes, tenantId, removed);
        rows.save(writes, tenantId, saved);
        terms.remove(writes, tenantId, oldTerms);
        terms.add(writes, tenantId, newTerms);
        return transitions.stream().mapToInt(ResourceTransition::growth).sum();
    }

    /** Large batches, as they come when much has to be caught up with, on all processors. */
    private static List<Prepared> prepare(
            ResourceType type, Collection<ResourceTransition> transitions) {
        var stream =
                transitions.size() < LARGE ? transitions.stream() : transitions.parallelStream();
        return stream.map(each -> prepare(type, each)).toList();
    }

    private static Prepared prepare(ResourceType type, ResourceTransition transition) {
        var before = transition.before();
        var after = transition.after();
        var row = after == null ? null : ResourceRow.of(type, after);
        if (before == null) {
            return new Prepared(transition.id(), Set.of(), row);
        }
        // A change of members alone leaves all that a group is found by.
        boolean same = after != null && before.attributes().equals(after.attributes());
        var terms = same ? terms(row) : StoredForm.termsOf(type, before.attributes());
        return new Prepared(transition.id(), terms, row);
    }

    private static Set<Term> terms(@Nullable ResourceRow row) {
        return row == null ? Set.of() : row.form().terms();
    }
}
