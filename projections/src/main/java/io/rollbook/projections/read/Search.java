package io.rollbook.projections.read;

import static io.rollbook.scim.error.Refusal.orThrow;

import io.rollbook.projections.cursor.CursorContent;
import io.rollbook.projections.cursor.CursorQuestion;
import io.rollbook.projections.cursor.Cursors;
import io.rollbook.projections.database.TakesTooLong;
import io.rollbook.projections.database.TenantQueries;
import io.rollbook.projections.question.ResourcePage;
import io.rollbook.projections.question.Window;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.message.ListResponse;
import io.rollbook.scim.message.Responses;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.query.PageRequest;
import io.rollbook.scim.query.SearchRequest;
import io.rollbook.scim.seam.RequestSizes;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

/**
 * Lists of resources of one type or of all: {@code GET /Users}, {@code GET /}, {@code POST
 * /Users/.search} and the like (RFC 7644 §3.4.2, §3.4.3; RFC 9865). Nothing is kept from one page
 * for the next.
 */
final class Search {

    private final TenantQueries queries;
    private final ReadSettings settings;
    private final Cursors cursors;

    Search(TenantQueries queries, ReadSettings settings, Cursors cursors) {
        this.queries = queries;
        this.settings = settings;
        this.cursors = cursors;
    }

    ScimResponse answer(SearchTarget target, SearchRequest wanted, ScimRequest request) {
        try {
            return switch (Refusal.toOutcome(() -> list(target, wanted, request))) {
                case Outcome.Refused<ListResponse>(var error) -> ScimErrors.response(error);
                case Outcome.Accepted<ListResponse>(var list) -> Responses.ok(list.toBytes());
            };
        } catch (TakesTooLong e) {
            return ScimErrors.response(
                    tooMany(
                            "Answering takes too long: narrow the filter, for example by 'eq' on"
                                    + " userName, externalId, emails, displayName or id."));
        }
    }

    private ListResponse list(SearchTarget target, SearchRequest wanted, ScimRequest request) {
        var plan = SearchPlan.of(target, wanted, request, settings);
        int most =
                RequestSizes.within(
                        request.caller().terms().sizes().pageSize(), settings.maxPage());
        var asked =
                orThrow(PageRequest.parse(wanted, Math.min(settings.defaultPage(), most), most));
        var about = plan.cursorQuestion();
        var window = window(asked, about, request);
        var page = page(plan, window);
        if (target.isRoot() && page.total() > settings.maxRootResults()) {
            throw new Refusal(
                    tooMany(
                            "More than %d resources match; narrow the filter or ask for one type."
                                    .formatted(settings.maxRootResults())));
        }
        var bodies = page.resources().stream().map(plan::render).toList();
        return window.byCursor() && page.hasMore()
                ? new ListResponse(
                        page.total(), start(window), next(window, page, about, request), bodies)
                : ListResponse.page(page.total(), start(window), bodies);
    }

    private Window window(PageRequest asked, CursorQuestion about, ScimRequest request) {
        return switch (asked) {
            case PageRequest.ByIndex(var paging) -> Window.of(paging);
            case PageRequest.First(int count) -> Window.first(count);
            case PageRequest.Next(var cursor, var count) -> {
                var opened = orThrow(cursors.open(cursor, about, request.receivedAt()));
                if (count.isPresent() && count.getAsInt() != opened.count()) {
                    throw new Refusal(
                            ScimError.badRequest(
                                    ScimType.INVALID_COUNT,
                                    "'count' must stay what it was on the first page."));
                }
                yield Window.behind(opened);
            }
        };
    }

    private ResourcePage page(SearchPlan plan, Window window) {
        if (window.count() == 0) {
            return ResourcePage.nothingOf(total(plan));
        }
        var question = plan.question();
        var page = queries.ask(plan.tenantId(), question.page(window), question::read);
        // Where nothing is left to be shown no row says how many there are.
        return page.resources().isEmpty()
                ? ResourcePage.nothingOf(window.total().orElseGet(() -> total(plan)))
                : page;
    }

    private long total(SearchPlan plan) {
        return queries.ask(
                plan.tenantId(),
                plan.question().total(),
                rows -> rows.next() ? rows.getLong(1) : 0);
    }

    private String next(
            Window window, ResourcePage page, CursorQuestion about, ScimRequest request) {
        long shown = window.first() - 1 + page.resources().size();
        return cursors.seal(
                about,
                new CursorContent(
                        request.receivedAt(), window.count(), shown, page.total(), page.end()));
    }

    private static int start(Window window) {
        return Math.toIntExact(window.first());
    }

    private static ScimError tooMany(String detail) {
        return ScimError.badRequest(ScimType.TOO_MANY, detail);
    }
}
