package io.rollbook.provisioning.testing;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Requests as the gateway would hand them on. */
public final class Requests {

    public static final String BASE = "https://rollbook.test/scim/v2";

    private Requests() {}

    public static ScimRequest of(Caller caller, ScimMethod method, String path, String body) {
        return of(caller, method, path, body, Map.of());
    }

    /**
     * @param path may bring a query
     */
    public static ScimRequest of(
            Caller caller,
            ScimMethod method,
            String path,
            String body,
            Map<String, String> headers) {
        int mark = path.indexOf('?');
        return new ScimRequest(
                method,
                mark < 0 ? path : path.substring(0, mark),
                mark < 0 ? "" : path.substring(mark + 1),
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                caller,
                UUID.randomUUID().toString(),
                Instant.now(),
                BASE,
                null);
    }
}
