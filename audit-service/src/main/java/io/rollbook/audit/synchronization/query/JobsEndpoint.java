package io.rollbook.audit.synchronization.query;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.graph.ODataErrors;
import io.rollbook.audit.query.QueryString;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code GET /servicePrincipals/{connection}/synchronization/jobs} and {@code …/jobs/{job}}. A
 * connection has one job, which has the connection's id, as in the log.
 */
public final class JobsEndpoint implements ScimEndpoint {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PATH =
            Pattern.compile("/servicePrincipals/([^/]+)/synchronization/jobs(?:/([^/]+))?");

    private final JobReader reader;

    /**
     * @param usualGap what ends a cycle where nobody configured it
     */
    public JobsEndpoint(LogDatabase database, Duration usualGap) {
        this.reader = new JobReader(database, usualGap);
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        return switch (answer(request).map(JobsEndpoint::json)) {
            case Outcome.Refused<ScimResponse>(var error) -> ODataErrors.response(request, error);
            case Outcome.Accepted<ScimResponse>(var response) -> response;
        };
    }

    private static ScimResponse json(Map<String, @Nullable Object> body) {
        return new ScimResponse(
                200,
                Map.of(
                        "Content-Type",
                        "application/json;odata.metadata=minimal",
                        "OData-Version",
                        "4.0"),
                JSON.writeValueAsBytes(body),
                List.of());
    }

    private Outcome<Map<String, @Nullable Object>> answer(ScimRequest request) {
        if (request.refusal() != null) {
            return Outcome.refused(request.refusal());
        }
        if (!request.caller().mayActAs(Role.AUDIT_READ)) {
            return Outcome.refused(
                    ScimError.of(403, "Reading jobs needs a token with the role audit.read."));
        }
        if (request.method() != ScimMethod.GET) {
            return Outcome.refused(ScimError.of(405, "Jobs can only be read."));
        }
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Outcome.refused(
                    ScimError.notFound(
                            "There is nothing here; jobs are at"
                                    + " /servicePrincipals/{connection}/synchronization/jobs."));
        }
        if (QueryString.parse(request.query(), Set.of())
                instanceof Outcome.Refused<QueryString>(var error)) {
            return Outcome.refused(error);
        }
        return job(request, path.group(1), path.group(2));
    }

    private Outcome<Map<String, @Nullable Object>> job(
            ScimRequest request, String connection, @Nullable String job) {
        var view =
                reader.read(request.caller().tenantId(), connection, request.receivedAt())
                        .filter(found -> job == null || job.equals(connection));
        if (view.isEmpty()) {
            return Outcome.refused(ScimError.notFound("There is no such connection or job."));
        }
        var context =
                request.baseUri()
                        + "/$metadata#servicePrincipals('"
                        + connection
                        + "')/synchronization/jobs";
        var shown = JobJson.of(view.get());
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("@odata.context", job == null ? context : context + "/$entity");
        if (job == null) {
            body.put("value", List.of(shown));
        } else {
            body.putAll(shown);
        }
        return Outcome.accepted(body);
    }
}
