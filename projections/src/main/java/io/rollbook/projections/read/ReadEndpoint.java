package io.rollbook.projections.read;

import io.rollbook.projections.cursor.Cursors;
import io.rollbook.projections.database.TenantQueries;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.discovery.Capabilities;
import io.rollbook.scim.discovery.Discovery;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.extension.TenantCatalogs;
import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.query.SearchRequest;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.RequestSizes;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.Map;

/** Which question a GET, or a POST to {@code .search}, asks (RFC 7644 §3.2). Thread-safe. */
public final class ReadEndpoint implements ScimEndpoint {

    private static final String SEARCH = "/.search";

    private final FindById findById;
    private final Search search;
    private final TenantCatalogs catalogs;
    private final Capabilities capabilities;
    private final Discovery standard;

    /**
     * @param capabilities what {@code /ServiceProviderConfig} says
     */
    public ReadEndpoint(
            TenantQueries queries,
            ReadSettings settings,
            Cursors cursors,
            TenantCatalogs catalogs,
            Capabilities capabilities) {
        this.findById = new FindById(queries);
        this.search = new Search(queries, settings, cursors);
        this.catalogs = catalogs;
        this.capabilities = capabilities;
        this.standard = new Discovery(SchemaCatalog.standard(), capabilities);
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        var refusal = request.refusal();
        if (refusal != null) {
            return ScimErrors.response(refusal);
        }
        boolean isSearch = request.path().endsWith(SEARCH);
        if (request.method() == ScimMethod.POST && isSearch) {
            return search(request);
        }
        boolean isPosted = isSearch || request.path().equals("/Bulk");
        if (request.method() != ScimMethod.GET || isPosted) {
            return ScimErrors.response(
                    ScimError.of(405, "GET reads; a search and a bulk are sent by POST."),
                    Map.of("Allow", isPosted ? "POST, OPTIONS" : "GET, HEAD, OPTIONS"));
        }
        return request.path().equals("/Me")
                ? ScimErrors.response(ScimError.of(501, "'/Me' is not supported."))
                : read(request);
    }

    /** A query that is too long, or too private, for a URI (RFC 7644 §3.4.3). */
    private ScimResponse search(ScimRequest request) {
        var path = request.path();
        var endpoint =
                path.equals(SEARCH) ? "/" : path.substring(0, path.length() - SEARCH.length());
        var target = SearchTarget.at(endpoint, catalogs.of(request.caller().tenantId()));
        if (target.isEmpty()) {
            return nothing();
        }
        return switch (SearchRequest.read(request.body())) {
            case Outcome.Refused<SearchRequest>(var error) -> ScimErrors.response(error);
            case Outcome.Accepted<SearchRequest>(var wanted) ->
                    search.answer(target.get(), wanted, request);
        };
    }

    private ScimResponse read(ScimRequest request) {
        var path = request.path();
        var query = QueryParameters.parse(request.query());
        var catalog = catalogs.of(request.caller().tenantId());
        var target = SearchTarget.at(path, catalog);
        if (target.isPresent()) {
            return search.answer(target.get(), SearchRequest.of(query), request);
        }
        int end = Math.max(path.indexOf('/', 1), 0);
        var view = ResourceView.at(catalog, path.substring(0, end));
        return view.isPresent()
                ? findById.answer(view.get(), path.substring(end + 1), request)
                : discovery(catalog, request.caller().terms().sizes())
                        .answer(path, query, request.baseUri())
                        .orElseGet(ReadEndpoint::nothing);
    }

    private static ScimResponse nothing() {
        return ScimErrors.response(ScimError.notFound("There is nothing at this path."));
    }

    private Discovery discovery(SchemaCatalog catalog, RequestSizes sizes) {
        return catalog.isStandard() && sizes.equals(RequestSizes.ANY)
                ? standard
                : new Discovery(catalog, capabilities.within(sizes));
    }
}
