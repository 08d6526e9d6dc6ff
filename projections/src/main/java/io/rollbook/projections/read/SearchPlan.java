package io.rollbook.projections.read;

import static io.rollbook.scim.error.Refusal.orThrow;

import io.rollbook.projections.cursor.CursorQuestion;
import io.rollbook.projections.database.Sql;
import io.rollbook.projections.filtersql.FilterSql;
import io.rollbook.projections.order.KeyKind;
import io.rollbook.projections.order.Order;
import io.rollbook.projections.order.SortKey;
import io.rollbook.projections.order.SortKeys;
import io.rollbook.projections.question.ListQuestion;
import io.rollbook.projections.question.PageQuestion;
import io.rollbook.projections.question.ResourceQuestion;
import io.rollbook.projections.question.RootQuestion;
import io.rollbook.projections.question.ShownResource;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.filter.FilterLimits;
import io.rollbook.scim.filter.FilterParser;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.query.SearchRequest;
import io.rollbook.scim.query.Sorting;
import io.rollbook.scim.seam.ScimRequest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a query asks for, bound to the schemas and turned into a question for the database.
 *
 * @param projections by the names of the resource types
 * @param cursorQuestion what its cursors are bound to
 */
record SearchPlan(
        ListQuestion question,
        Map<String, Projection> projections,
        CursorQuestion cursorQuestion,
        String tenantId,
        String baseUri) {

    /** Throws {@link Refusal} for what cannot be asked. */
    static SearchPlan of(
            SearchTarget target, SearchRequest wanted, ScimRequest request, ReadSettings settings) {
        return new Making(target, wanted, request, settings).plan();
    }

    byte[] render(ShownResource resource) {
        var projection = Objects.requireNonNull(projections.get(resource.type()));
        return projection.render(resource.canonical(), baseUri, resource.splices());
    }

    private record Making(
            SearchTarget target, SearchRequest wanted, ScimRequest request, ReadSettings settings) {

        SearchPlan plan() {
            var sorting =
                    orThrow(Sorting.parse(wanted.sortBy(), wanted.sortOrder(), target.types()));
            var projections = new HashMap<String, Projection>();
            var parts = new ArrayList<RootQuestion.Part>();
            for (var view : target.views()) {
                var projection =
                        orThrow(
                                Projection.parse(
                                        wanted.attributes(),
                                        wanted.excludedAttributes(),
                                        view.type()));
                projections.put(view.type().name(), projection);
                parts.add(
                        new RootQuestion.Part(
                                ResourceQuestion.of(view, tenantId(), projection),
                                condition(view),
                                key(view, sorting)));
            }
            boolean descending = sorting.map(Sorting::descending).orElse(false);
            return new SearchPlan(
                    question(parts, descending),
                    projections,
                    new CursorQuestion(
                            tenantId(),
                            target.endpoint(),
                            Objects.requireNonNullElse(wanted.filter(), ""),
                            sorting.map(this::text).orElse("")),
                    tenantId(),
                    request.baseUri());
        }

        private ListQuestion question(List<RootQuestion.Part> parts, boolean descending) {
            var first = parts.getFirst();
            var order = Order.by(first.key(), descending);
            if (!target.isRoot()) {
                return new PageQuestion(
                        first.question(),
                        first.condition(),
                        first.key(),
                        order,
                        settings.maxReferences());
            }
            if (parts.stream().anyMatch(part -> part.key().kind() != order.kind())) {
                throw new Refusal(
                        ScimError.badRequest(
                                ScimType.INVALID_VALUE,
                                "'sortBy' names attributes of types that do not compare."));
            }
            return new RootQuestion(
                    parts, order, settings.maxRootResults(), settings.maxReferences());
        }

        private Optional<Sql> condition(ResourceView view) {
            var text = wanted.filter();
            if (text == null) {
                return Optional.empty();
            }
            var profile = request.caller().profile();
            var filter =
                    orThrow(
                            target.isRoot()
                                    ? FilterParser.parseForManyTypes(
                                            text, view.type(), profile, limits())
                                    : FilterParser.parse(text, view.type(), profile, limits()));
            var foregone = new Foregone(view.type()).answer(filter);
            return foregone.isPresent()
                    ? foregone.filter(every -> !every).map(none -> Sql.of("false"))
                    : Optional.of(new FilterSql(view, tenantId(), request.baseUri()).of(filter));
        }

        private FilterLimits limits() {
            return FilterLimits.STANDARD.within(request.caller().terms().sizes());
        }

        private SortKey key(ResourceView view, Optional<Sorting> sorting) {
            if (sorting.isEmpty()) {
                return SortKeys.CREATION;
            }
            var keys = new SortKeys(tenantId(), request.baseUri());
            var path = sorting.get().pathIn(view.type());
            if (!target.isRoot()) {
                return keys.of(view, path.orElseThrow());
            }
            return path.map(each -> keys.computed(view, each))
                    .orElseGet(() -> SortKey.missing(kind(sorting.get())));
        }

        private static KeyKind kind(Sorting sorting) {
            return SortKeys.kind(sorting.paths().values().iterator().next());
        }

        private String text(Sorting sorting) {
            boolean located =
                    sorting.paths().values().stream().anyMatch(SortKeys::dependsOnBaseUri);
            return "%s %s %s"
                    .formatted(
                            new TreeMap<>(sorting.paths()),
                            sorting.descending() ? "descending" : "ascending",
                            located ? request.baseUri() : "");
        }

        private String tenantId() {
            return request.caller().tenantId();
        }
    }
}
