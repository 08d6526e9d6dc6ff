package io.rollbook.projections.read;

import io.rollbook.projections.database.TenantQueries;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.discovery.Capabilities;
import io.rollbook.scim.discovery.Discovery;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.extension.TenantCatalogs;
import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

/** Which question a GET asks (RFC 7644 §3.2). Thread-safe. */
public final class ReadEndpoint implements ScimEndpoint {

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
            TenantCatalogs catalogs,
            Capabilities capabilities) {
        this.findById = new FindById(queries);
        this.search = new Search(queries, settings);
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
        if (request.method() != ScimMethod.GET) {
            return ScimErrors.response(ScimError.of(405, "Only GET reads."));
        }
        return request.path().equals("/Me")
                ? ScimErrors.response(ScimError.of(501, "'/Me' is not supported."))
                : read(request);
    }

    private ScimResponse read(ScimRequest request) {
        var path = request.path();
        int end = path.indexOf('/', 1);
        var catalog = catalogs.of(request.caller().tenantId());
        var view = ResourceView.at(catalog, end < 0 ? path : path.substring(0, end));
        if (view.isPresent()) {
            var id = end < 0 ? "" : path.substring(end + 1);
            return end < 0
                    ? search.answer(view.get(), request)
                    : findById.answer(view.get(), id, request);
        }
        return discovery(catalog)
                .answer(path, QueryParameters.parse(request.query()), request.baseUri())
                .orElseGet(
                        () ->
                                ScimErrors.response(
                                        ScimError.notFound("There is nothing at this path.")));
    }

    private Discovery discovery(SchemaCatalog catalog) {
        return catalog.isStandard() ? standard : new Discovery(catalog, capabilities);
    }
}
