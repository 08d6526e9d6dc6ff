package io.rollbook.audit.integrity.custody;

import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.HashMap;

/**
 * Lets nobody see the log without a trace: an answer leaves after what was asked, by whom and how
 * much was shown are stored.
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
        if (response.status() < SUCCESS) {
            custody.record(request.caller().tenantId(), act(request, response));
        }
        return response;
    }

    private static Act act(ScimRequest request, ScimResponse response) {
        var details = new HashMap<String, Object>();
        details.put("path", request.path());
        details.put("query", request.query());
        var shown = response.headers().get(SHOWN);
        if (shown != null) {
            details.put("entries", Long.parseLong(shown));
        }
        var caller = request.caller();
        return new Act(
                kind(request.path()),
                "connection",
                caller.connectionId(),
                caller.tokenId(),
                request.requestId(),
                details);
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
