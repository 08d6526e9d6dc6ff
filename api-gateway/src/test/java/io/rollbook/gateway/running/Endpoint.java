package io.rollbook.gateway.running;

import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Written;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Keeps every request, answers a refused one with its refusal and others as it was told. */
public final class Endpoint implements ScimEndpoint {

    private final Queue<ScimRequest> requests = new ConcurrentLinkedQueue<>();
    private volatile Function<ScimRequest, ScimResponse> answer = request -> json(200, "{}");

    @Override
    public ScimResponse handle(ScimRequest request) {
        requests.add(request);
        return request.refusal() == null
                ? answer.apply(request)
                : ScimErrors.response(request.refusal());
    }

    public void answers(Function<ScimRequest, ScimResponse> newAnswer) {
        answer = newAnswer;
    }

    public Queue<ScimRequest> requests() {
        return requests;
    }

    /** The only request since the last {@link #reset}. */
    public ScimRequest request() {
        if (requests.size() != 1) {
            throw new AssertionError("Expected one request, but there are " + requests.size());
        }
        return requests.element();
    }

    void reset() {
        requests.clear();
        answer = request -> json(200, "{}");
    }

    public static ScimResponse json(int status, String body, Written... written) {
        return new ScimResponse(
                status, Map.of(), body.getBytes(StandardCharsets.UTF_8), List.of(written));
    }
}
