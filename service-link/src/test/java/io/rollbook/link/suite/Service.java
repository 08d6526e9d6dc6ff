package io.rollbook.link.suite;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;
import io.rollbook.scim.seam.Written;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A small service that keeps what it was asked and answers as it was told. */
public final class Service implements ScimEndpoint, Visibility, TokenDirectory, Readiness {

    final Queue<ScimRequest> requests = new ConcurrentLinkedQueue<>();
    final Map<String, Caller> tokens = new ConcurrentHashMap<>();
    final Map<String, Long> visible = new ConcurrentHashMap<>();
    volatile Function<ScimRequest, ScimResponse> answer =
            request -> new ScimResponse(204, Map.of(), new byte[0], List.of());
    volatile Optional<String> missing = Optional.empty();

    void reset() {
        requests.clear();
        tokens.clear();
        visible.clear();
        answer = request -> new ScimResponse(204, Map.of(), new byte[0], List.of());
        missing = Optional.empty();
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        requests.add(request);
        return answer.apply(request);
    }

    @Override
    public boolean await(String tenantId, List<Written> written, Duration atMost) {
        return written.stream()
                .allMatch(
                        one ->
                                visible.getOrDefault(tenantId + "/" + one.resourceId(), 0L)
                                        >= one.version());
    }

    @Override
    public Optional<Caller> callerOf(String tokenHash) {
        return Optional.ofNullable(tokens.get(tokenHash));
    }

    @Override
    public Optional<String> notReadyBecause() {
        return missing;
    }

    public Queue<ScimRequest> requests() {
        return requests;
    }

    public void answers(Function<ScimRequest, ScimResponse> answer) {
        this.answer = answer;
    }
}
