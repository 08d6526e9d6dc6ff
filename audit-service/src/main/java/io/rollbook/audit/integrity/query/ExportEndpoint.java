package io.rollbook.audit.integrity.query;

import io.rollbook.audit.integrity.custody.CountedBody;
import io.rollbook.audit.integrity.export.LogExport;
import io.rollbook.audit.query.QueryString;
import io.rollbook.audit.query.Refusals;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;

/** {@code GET /export}: the whole log as a ZIP archive, for a token with the role for it. */
public final class ExportEndpoint implements ScimEndpoint {

    private final LogExport export;

    public ExportEndpoint(LogExport export) {
        this.export = export;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        if (request.refusal() != null) {
            return Refusals.response(request.refusal());
        }
        if (!request.caller().mayActAs(Role.AUDIT_EXPORT)) {
            return Refusals.response(
                    ScimError.of(
                            403, "Exporting the log needs a token with the role audit.export."));
        }
        if (request.method() != ScimMethod.GET || !request.path().equals("/export")) {
            return Refusals.response(ScimError.notFound("GET /export is all that is here."));
        }
        return switch (QueryString.parse(request.query(), Set.of())) {
            case Outcome.Refused<QueryString>(var error) -> Refusals.response(error);
            case Outcome.Accepted<QueryString> _ ->
                    ScimResponse.streamed(
                            200,
                            Map.of(
                                    "Content-Type",
                                    "application/zip",
                                    "Content-Disposition",
                                    "attachment; filename=\"provisioning-log.zip\""),
                            new Sending(export, request.caller().tenantId()));
        };
    }

    /** One export under way. */
    private static final class Sending implements CountedBody {

        private final LogExport export;
        private final String tenant;
        private long entries;

        Sending(LogExport export, String tenant) {
            this.export = export;
            this.tenant = tenant;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            export.write(tenant, out, () -> entries++);
        }

        @Override
        public long entries() {
            return entries;
        }
    }
}
