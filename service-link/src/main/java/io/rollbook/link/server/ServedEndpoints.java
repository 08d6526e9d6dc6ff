package io.rollbook.link.server;

import io.rollbook.link.LinkPaths;
import io.rollbook.link.LinkVerdict;
import io.rollbook.link.wire.RequestMessage;
import io.rollbook.link.wire.ResponseMessage;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.ServerResponse.HeadersBuilder.WriteFunction;

import java.util.Map;

/** The endpoints of this service by bean name. */
final class ServedEndpoints {

    private static final Logger LOG = LoggerFactory.getLogger(ServedEndpoints.class);

    private final LinkGuard guard;
    private final Map<String, ScimEndpoint> endpoints;

    ServedEndpoints(LinkGuard guard, Map<String, ScimEndpoint> endpoints) {
        this.guard = guard;
        this.endpoints = Map.copyOf(endpoints);
    }

    ServerResponse handle(String name, LinkVerdict.Trusted sender, byte[] message) {
        ScimEndpoint endpoint = endpoints.get(name);
        if (endpoint == null) {
            return ServerResponse.notFound().build();
        }
        ScimRequest request = RequestMessage.read(message);
        // A read may be repeated: whoever can replay it has already seen its answer.
        if (request.method() != ScimMethod.GET && !guard.firstTime(sender)) {
            LOG.warn("Refused request {}: its message was taken before", request.requestId());
            return ServerResponse.status(401).build();
        }
        var response = endpoint.handle(request);
        var answer = ServerResponse.ok().contentType(MediaType.APPLICATION_OCTET_STREAM);
        return response.stream() == null
                ? answer.body(ResponseMessage.write(response))
                : answer.header(LinkPaths.STREAMED, "true").build(streamed(response));
    }

    private static WriteFunction streamed(ScimResponse response) {
        return (http, out) -> {
            ResponseMessage.write(response, out.getOutputStream());
            return null;
        };
    }
}
