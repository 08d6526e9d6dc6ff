package io.rollbook.gateway.tomcat;

import io.rollbook.gateway.exchange.RequestIds;
import io.rollbook.gateway.exchange.ResponseWriter;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.link.FaultTrace;
import io.rollbook.scim.error.ScimError;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the container itself refuses (malformed request lines and headers, heads that are too large)
 * is answered in SCIM's form as well. Made by the container by name.
 */
public final class ScimErrorValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ScimErrorValve.class);

    private static final int NOT_ALLOWED = 405;
    private static final int UNKNOWN_METHOD = 501;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String requestId = RequestIds.at(Instant.now(), ThreadLocalRandom.current());
        if (status >= 500 && status != UNKNOWN_METHOD) {
            LOG.error(
                    "Request {} failed in the container: {}",
                    requestId,
                    fault == null ? status : FaultTrace.of(fault));
        }
        try {
            ResponseWriter.write(
                    Refusals.SCIM.render(ScimError.of(status, sentence(status))),
                    requestId,
                    request.isSecure(),
                    response);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Request {}: the client is gone: {}", requestId, FaultTrace.of(e));
        }
    }

    private static String sentence(int status) {
        return switch (status) {
            case NOT_ALLOWED, UNKNOWN_METHOD -> "This method is never allowed here.";
            default ->
                    status >= 500
                            ? "An internal error; the operator finds it by the request id."
                            : "The request is not well-formed HTTP, or its head is too large.";
        };
    }
}
