package io.rollbook.audit.integrity.custody;

import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.report.RefusalReport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets nobody see the log without a trace: an answer leaves after what was asked, by whom and how
 * much was shown are stored. What is made while it is sent has a second entry, which says how much
 * that was.
 */
public final class WatchedLog implements ScimEndpoint {

    /** The header by which an answer says how many entries it shows. */
    public static final String SHOWN = "Rollbook-Entries";

    private static final int SUCCESS = 300;

    private final ScimEndpoint log;
    private final Custody custody;

    public WatchedLog(ScimEndpoint log, Custody custody) {
        this.log = log;
        this.custody = custody;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        var response = log.handle(request);
        if (response.status() >= SUCCESS) {
            return response;
        }
        var details = details(request);
        var shown = response.headers().get(SHOWN);
        if (shown != null) {
            details.put("entries", Long.parseLong(shown));
        }
        record(request, details);
        return response.stream() instanceof CountedBody body
                ? ScimResponse.streamed(
                        response.status(), response.headers(), out -> send(request, body, out))
                : response;
    }

    /** How much a stream showed is known when it ends, whether it came to its end or not. */
    private void send(ScimRequest request, CountedBody body, OutputStream out) throws IOException {
        boolean complete = false;
        try {
            body.writeTo(out);
            complete = true;
        } finally {
            var details = details(request);
            details.put("entries", body.entries());
            details.put("complete", complete);
            record(request, details);
        }
    }

    private static Map<String, Object> details(ScimRequest request) {
        var details = new HashMap<String, Object>();
        details.put("path", request.path());
        details.put("query", request.query());
        return details;
    }

    private void record(ScimRequest request, Map<String, Object> details) {
        var caller = request.caller();
        // Only the server itself, which is no tenant, is read by who has no connection.
        var kind = caller.tenantId().equals(RefusalReport.SERVER) ? "administrator" : "connection";
        custody.record(
                caller.tenantId(),
                new Act(
                        kind(request.path()),
                        kind,
                        caller.connectionId(),
                        caller.tokenId().isEmpty() ? null : caller.tokenId(),
                        request.requestId(),
                        details));
    }

    private static Act.Kind kind(String path) {
        if (path.startsWith("/integrity")) {
            return Act.Kind.VERIFY;
        }
        return path.startsWith("/export") || path.equals("/provisioning/download")
                ? Act.Kind.EXPORT
                : Act.Kind.READ;
    }
}
