package io.rollbook.scim.seam;

import io.rollbook.scim.error.ScimError;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One authenticated request.
 *
 * @param path below the base of its protocol, decoded, e.g. {@code /Users/42}; no trailing slash
 * @param query the raw query string without the question mark, still encoded; empty when absent
 * @param headers those that matter, names in lower case: {@code content-type}, {@code accept},
 *     {@code if-match}, {@code if-none-match}, {@code traceparent}
 * @param body the body as received; empty when there is none
 * @param requestId unique per request, made by the gateway
 * @param receivedAt when the gateway had the request's head
 * @param baseUri what {@code meta.location} starts with, no trailing slash, e.g. {@code
 *     https://host/scim/v2}
 * @param refusal set when the gateway had to refuse the request at the door (too large, wrong media
 *     type): the endpoint only records it and answers with it
 * @param operation the position within a bulk request, from 1; 0 for a request of its own
 * @param admittedAt when the gateway had authenticated it and read its body, by the clock of {@code
 *     receivedAt}; null where none did
 */
public record ScimRequest(
        ScimMethod method,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body,
        Caller caller,
        String requestId,
        Instant receivedAt,
        String baseUri,
        @Nullable ScimError refusal,
        int operation,
        @Nullable Instant admittedAt) {

    public ScimRequest {
        headers = Map.copyOf(headers);
    }

    /** A request of its own. */
    public ScimRequest(
            ScimMethod method,
            String path,
            String query,
            Map<String, String> headers,
            byte[] body,
            Caller caller,
            String requestId,
            Instant receivedAt,
            String baseUri,
            @Nullable ScimError refusal) {
        this(
                method,
                path,
                query,
                headers,
                body,
                caller,
                requestId,
                receivedAt,
                baseUri,
                refusal,
                0,
                null);
    }

    /** The same, which the gateway handed on at this time. */
    public ScimRequest admitted(Instant at) {
        return new ScimRequest(
                method,
                path,
                query,
                headers,
                body,
                caller,
                requestId,
                receivedAt,
                baseUri,
                refusal,
                operation,
                at);
    }

    /**
     * What one of our own services asks of the write side's administration, with all of its rights.
     *
     * @param service who asks, e.g. {@code retention-of-the-log}
     * @param json the body; empty when there is none
     */
    public static ScimRequest ofService(
            String service,
            ScimMethod method,
            String path,
            String query,
            byte[] json,
            String requestId,
            Instant at) {
        return new ScimRequest(
                method,
                path,
                query,
                json.length == 0 ? Map.of() : Map.of("content-type", "application/json"),
                json,
                new Caller("", Profile.RFC, service, service, Set.of(Role.ADMIN)),
                requestId,
                at,
                "",
                null);
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }
}
