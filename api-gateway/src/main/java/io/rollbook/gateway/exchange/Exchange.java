package io.rollbook.gateway.exchange;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimMethod;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** One request on its way through the gateway; used by one thread. */
public final class Exchange {

    /** As in W3C Trace Context; anything else could smuggle data into the events. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final HttpServletRequest http;
    private final String requestId;
    private final Instant receivedAt;
    private final String address;
    private final Map<String, String> announced = new LinkedHashMap<>();
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private @Nullable String traceparent;
    private boolean credentialIgnored;
    private @Nullable Caller caller;

    /**
     * @param address scheme, host and port as the client sees them
     */
    public Exchange(HttpServletRequest http, String requestId, Instant receivedAt, String address) {
        this.http = http;
        this.requestId = requestId;
        this.receivedAt = receivedAt;
        this.address = address;
    }

    public HttpServletRequest http() {
        return http;
    }

    public String requestId() {
        return requestId;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String address() {
        return address;
    }

    public String method() {
        return http.getMethod();
    }

    public boolean asksForOptions() {
        return method().equals("OPTIONS");
    }

    public boolean reads() {
        return method().equals("GET") || method().equals("HEAD");
    }

    /** Whether it would change something. */
    public boolean writes() {
        return scimMethod().filter(named -> named != ScimMethod.GET).isPresent()
                && !http.getRequestURI().endsWith("/.search");
    }

    /** HEAD is GET whose body is not sent (RFC 9110 §9.3.2). */
    public Optional<ScimMethod> scimMethod() {
        return switch (method()) {
            case "GET", "HEAD" -> Optional.of(ScimMethod.GET);
            case "POST" -> Optional.of(ScimMethod.POST);
            case "PUT" -> Optional.of(ScimMethod.PUT);
            case "PATCH" -> Optional.of(ScimMethod.PATCH);
            case "DELETE" -> Optional.of(ScimMethod.DELETE);
            default -> Optional.empty();
        };
    }

    String query() {
        return Objects.requireNonNullElse(http.getQueryString(), "");
    }

    Optional<String> header(String name) {
        List<String> values = Collections.list(http.getHeaders(name));
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    public List<String> authorization() {
        return credentialIgnored ? List.of() : Collections.list(http.getHeaders("Authorization"));
    }

    /** From now on the request is one without a credential. */
    public void ignoreCredential() {
        credentialIgnored = true;
    }

    /** From now on the log knows who calls. */
    public void establish(Caller established) {
        caller = established;
    }

    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    /** From now on what is done for it is a part of this trace. */
    public void traceAs(Optional<String> part) {
        traceparent = part.orElse(null);
    }

    Optional<String> traceparent() {
        return Optional.ofNullable(traceparent);
    }

    /** What the client says that the request is a part of; empty when it is not well-formed. */
    public Optional<String> clientTrace() {
        return header("traceparent").filter(value -> TRACEPARENT.matcher(value).matches());
    }

    /** The answer will have this header, whatever it is. */
    public void announce(String header, String value) {
        announced.put(header, value);
    }

    public Map<String, String> announced() {
        return Collections.unmodifiableMap(announced);
    }

    /** Runs when the answer is on the wire, or nobody waits for it any more. */
    public void whenDone(Runnable ending) {
        endings.push(ending);
    }

    /** Waits before the answer goes out, and holds nothing meanwhile that others could use. */
    public void holdBack(Duration time) {
        if (time.isPositive()) {
            done();
            LockSupport.parkNanos(time.toNanos());
        }
    }

    /** The last that happens. */
    public void done() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
