package io.rollbook.link.client;

import io.rollbook.link.LinkPaths;
import io.rollbook.link.wire.RequestMessage;
import io.rollbook.link.wire.ResponseMessage;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.io.IOException;
import java.time.Duration;

/** An endpoint of another process. A read is tried again when its answer is lost, a write never. */
public final class RemoteEndpoint implements ScimEndpoint {

    private final LinkClient client;
    private final String path;
    private final Duration timeout;

    /**
     * @param name the endpoint's bean name in the service
     * @param timeout for the whole answer
     */
    public RemoteEndpoint(LinkClient client, String name, Duration timeout) {
        this.client = client;
        this.path = LinkPaths.ENDPOINTS + name;
        this.timeout = timeout;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        Repeat repeat = request.method() == ScimMethod.GET ? Repeat.SAFE : Repeat.UNSAFE;
        Received received = client.exchange(path, RequestMessage.write(request), repeat, timeout);
        if (received.stream() == null) {
            return ResponseMessage.read(received.bytes());
        }
        try {
            return ResponseMessage.read(received.stream());
        } catch (IOException e) {
            throw new LinkFault(client.service() + " broke off its answer at " + path, e);
        }
    }
}
