package io.rollbook.link.trace;

import io.opentelemetry.api.trace.SpanKind;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

/** An endpoint whose work is a part of the trace that the request names. */
public final class TracedEndpoint implements ScimEndpoint {

    private static final int OUR_FAULT = 500;

    private final ScimEndpoint endpoint;
    private final String name;
    private final Traces traces;

    public TracedEndpoint(ScimEndpoint endpoint, String name, Traces traces) {
        this.endpoint = endpoint;
        this.name = name;
        this.traces = traces;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        try (Part part =
                traces.begin(
                        name, SpanKind.INTERNAL, request.header(Parents.HEADER).orElse(null))) {
            try {
                ScimResponse response = endpoint.handle(request);
                part.tag("rollbook.status", Integer.toString(response.status()));
                if (response.status() >= OUR_FAULT) {
                    part.failed();
                }
                return response;
            } catch (RuntimeException e) {
                part.failed();
                throw e;
            }
        }
    }
}
