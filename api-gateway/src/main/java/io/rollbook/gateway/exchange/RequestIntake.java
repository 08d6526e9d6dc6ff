package io.rollbook.gateway.exchange;

import io.rollbook.gateway.message.BodyIntake;
import io.rollbook.gateway.message.BodyLimit;
import io.rollbook.gateway.message.MediaTypes;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import jakarta.servlet.http.HttpServletRequest;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the seam's request. What has to be refused at the door is refused inside the request, so
 * that the endpoint can record the attempt; the body of a refused request is not read.
 */
public final class RequestIntake {

    private static final List<String> PASSED_ON =
            List.of("content-type", "accept", "if-match", "if-none-match");

    private final BodyIntake bodies;
    private final InstantSource clock;

    public RequestIntake(BodyIntake bodies, InstantSource clock) {
        this.bodies = bodies;
        this.clock = clock;
    }

    /**
     * @param path below the route's prefix
     * @param prefix what comes between the server's address and the path
     * @param refused why the request must be refused in any case
     */
    public ScimRequest take(
            Exchange exchange,
            ScimMethod method,
            String path,
            String prefix,
            Caller caller,
            BodyLimit limit,
            Optional<ScimError> refused) {
        Outcome<byte[]> body =
                refused.or(() -> unacceptable(exchange, path))
                        .<Outcome<byte[]>>map(Outcome::refused)
                        .orElseGet(() -> body(exchange, method, limit));
        return new ScimRequest(
                        method,
                        path,
                        exchange.query(),
                        headers(exchange),
                        switch (body) {
                            case Outcome.Accepted<byte[]>(var bytes) -> bytes;
                            case Outcome.Refused<byte[]> _ -> new byte[0];
                        },
                        caller,
                        exchange.requestId(),
                        exchange.receivedAt(),
                        exchange.address() + prefix,
                        switch (body) {
                            case Outcome.Accepted<byte[]> _ -> null;
                            case Outcome.Refused<byte[]>(var error) -> error;
                        })
                .admitted(clock.instant());
    }

    /** What is downloaded has the type that the client chose by the path. */
    private static Optional<ScimError> unacceptable(Exchange exchange, String path) {
        return exchange.header("Accept")
                .filter(accept -> !path.endsWith("/download"))
                .filter(accept -> !MediaTypes.canAnswer(accept))
                .map(accept -> ScimError.of(406, "Answers are " + MediaTypes.SCIM + " only."));
    }

    private Outcome<byte[]> body(Exchange exchange, ScimMethod method, BodyLimit limit) {
        return switch (method) {
            case GET, DELETE -> Outcome.accepted(new byte[0]);
            case POST, PUT, PATCH ->
                    unreadable(exchange)
                            .<Outcome<byte[]>>map(Outcome::refused)
                            .orElseGet(() -> read(exchange.http(), limit));
        };
    }

    private Outcome<byte[]> read(HttpServletRequest http, BodyLimit limit) {
        return bodies.read(http.getContentLengthLong(), http::getInputStream, limit);
    }

    private static Optional<ScimError> unreadable(Exchange exchange) {
        Optional<String> coding =
                exchange.header("Content-Encoding")
                        .filter(name -> !name.toLowerCase(Locale.ROOT).equals("identity"));
        if (coding.isPresent()) {
            return Optional.of(ScimError.of(415, "Bodies must not be compressed."));
        }
        String type = exchange.header("Content-Type").orElse("");
        return MediaTypes.isReadable(type)
                ? Optional.empty()
                : Optional.of(
                        ScimError.of(
                                415,
                                "Bodies must be %s or %s in UTF-8."
                                        .formatted(MediaTypes.SCIM, MediaTypes.JSON)));
    }

    private static Map<String, String> headers(Exchange exchange) {
        Map<String, String> headers = new HashMap<>();
        for (String name : PASSED_ON) {
            exchange.header(name).ifPresent(value -> headers.put(name, value));
        }
        exchange.traceparent().ifPresent(value -> headers.put("traceparent", value));
        return headers;
    }
}
