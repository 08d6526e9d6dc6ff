package io.rollbook.projections.read;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.TakesTooLong;
import io.rollbook.projections.database.TenantQueries;
import io.rollbook.projections.filtersql.FilterSql;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.FilterParser;
import io.rollbook.scim.message.ListResponse;
import io.rollbook.scim.message.Paging;
import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.message.Responses;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.List;
import java.util.Optional;

/** {@code GET /Users}, {@code GET /Groups} (RFC 7644 §3.4.2). */
final class Search {

    private final TenantQueries queries;
    private final ReadSettings settings;

    Search(TenantQueries queries, ReadSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    /** What a request asks for, understood. */
    private record Wish(Optional<Filter> filter, Paging paging, Projection projection) {}

    ScimResponse answer(ResourceView view, ScimRequest request) {
        return switch (wish(view, request)) {
            case Outcome.Refused<Wish>(var error) -> ScimErrors.response(error);
            case Outcome.Accepted<Wish>(var wish) -> answer(view, request, wish);
        };
    }

    /** Also refuses what would keep the database busy for long (RFC 7644 §3.4.2.1). */
    private ScimResponse answer(ResourceView view, ScimRequest request, Wish wish) {
        try {
            return Responses.ok(list(view, request, wish).toBytes());
        } catch (TakesTooLong e) {
            return ScimErrors.response(
                    ScimError.badRequest(
                            ScimType.TOO_MANY,
                            "Answering takes too long: narrow the filter, for example by 'eq' on"
                                    + " userName, externalId, emails, displayName or id."));
        }
    }

    private Outcome<Wish> wish(ResourceView view, ScimRequest request) {
        var query = QueryParameters.parse(request.query());
        return filter(view, request, query)
                .flatMap(
                        filter ->
                                paging(query)
                                        .flatMap(
                                                paging ->
                                                        projection(view, query)
                                                                .map(
                                                                        shown ->
                                                                                new Wish(
                                                                                        filter,
                                                                                        paging,
                                                                                        shown))));
    }

    private static Outcome<Optional<Filter>> filter(
            ResourceView view, ScimRequest request, QueryParameters query) {
        var text = query.get("filter");
        return text == null
                ? Outcome.accepted(Optional.empty())
                : FilterParser.parse(text, view.type(), request.caller().profile())
                        .map(Optional::of);
    }

    private Outcome<Paging> paging(QueryParameters query) {
        return Paging.parse(
                query.get("startIndex"),
                query.get("count"),
                settings.defaultPage(),
                settings.maxPage());
    }

    private static Outcome<Projection> projection(ResourceView view, QueryParameters query) {
        return Projection.parse(
                query.get("attributes"), query.get("excludedAttributes"), view.type());
    }

    private ListResponse list(ResourceView view, ScimRequest request, Wish wish) {
        var tenantId = request.caller().tenantId();
        var condition =
                wish.filter().map(f -> new FilterSql(view, tenantId, request.baseUri()).of(f));
        var paging = wish.paging();
        var page = page(ResourceQuestion.of(view, tenantId, wish.projection()), condition, paging);
        var bodies =
                page.resources().stream()
                        .map(
                                each ->
                                        wish.projection()
                                                .render(
                                                        each.canonical(),
                                                        request.baseUri(),
                                                        each.splices()))
                        .toList();
        return ListResponse.page(page.total(), paging.startIndex(), bodies);
    }

    private ResourcePage page(ResourceQuestion question, Optional<Sql> condition, Paging paging) {
        var pages = new PageQuestion(question, condition, settings.maxReferences());
        if (paging.count() == 0) {
            return new ResourcePage(total(pages), List.of());
        }
        var tenantId = question.tenantId();
        var page = queries.ask(tenantId, pages.page(paging), pages::read);
        // Beyond the end no row says how many there are.
        return page.resources().isEmpty() && paging.offset() > 0
                ? new ResourcePage(total(pages), List.of())
                : page;
    }

    private long total(PageQuestion pages) {
        return queries.ask(
                pages.question().tenantId(),
                pages.total(),
                rows -> rows.next() ? rows.getLong(1) : 0);
    }
}
