package io.rollbook.projections.read;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.TenantQueries;
import io.rollbook.projections.document.ComparableForm;
import io.rollbook.projections.question.ResourceQuestion;
import io.rollbook.projections.question.ShownResource;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.message.Responses;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /Users/{id}}, {@code GET /Groups/{id}} (RFC 7644 §3.4.1, §3.14). */
final class FindById {

    private final TenantQueries queries;

    FindById(TenantQueries queries) {
        this.queries = queries;
    }

    ScimResponse answer(ResourceView view, String id, ScimRequest request) {
        var query = QueryParameters.parse(request.query());
        var projection =
                Projection.parse(
                        query.get("attributes"), query.get("excludedAttributes"), view.type());
        return switch (projection) {
            case Outcome.Refused<Projection>(var error) -> ScimErrors.response(error);
            case Outcome.Accepted<Projection>(var shown) -> answer(view, id, request, shown);
        };
    }

    private ScimResponse answer(
            ResourceView view, String id, ScimRequest request, Projection projection) {
        return find(view, id, request.caller().tenantId(), projection)
                .map(found -> found(view, found, request, projection))
                .orElseGet(
                        () ->
                                ScimErrors.response(
                                        ScimError.notFound(
                                                "There is no %s with this id."
                                                        .formatted(view.type().name()))));
    }

    private Optional<ShownResource> find(
            ResourceView view, String id, String tenantId, Projection projection) {
        var question = ResourceQuestion.of(view, tenantId, projection);
        return queries.ask(
                tenantId,
                sql(question, id),
                rows -> rows.next() ? Optional.of(question.read(rows)) : Optional.empty());
    }

    static Sql sql(ResourceQuestion question, String id) {
        return question.columns()
                .within("select ", " from " + question.view().table() + " r")
                .then(question.join())
                .then(
                        "where r.tenant = ? and r.id = ?",
                        question.tenantId(),
                        ComparableForm.storable(id));
    }

    private static ScimResponse found(
            ResourceView view, ShownResource found, ScimRequest request, Projection projection) {
        var location = request.baseUri() + view.type().endpoint() + "/" + found.id();
        var headers = Map.of("ETag", Meta.etag(found.version()), "Location", location);
        return switch (Preconditions.of(request).ofRead(found.version())) {
            case FAILED -> ScimErrors.response(Preconditions.otherVersion());
            case NOT_MODIFIED -> new ScimResponse(304, headers, new byte[0], List.of());
            case SHOW ->
                    Responses.withContentType(
                            200,
                            headers,
                            projection.render(
                                    found.canonical(), request.baseUri(), found.splices()),
                            List.of());
        };
    }
}
