package io.rollbook.link.suite;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Requests as the gateway makes them. */
public final class Requests {

    public static final Caller CALLER =
            new Caller("tenant-1", Profile.RFC, "entra", "token-1", Set.of(Role.SCIM));

    private Requests() {}

    /** A write of somebody of this tenant. */
    static ScimRequest by(String tenant) {
        var caller = new Caller(tenant, Profile.RFC, "entra", "token-1", Set.of(Role.SCIM));
        return of(ScimMethod.POST, new byte[0], caller);
    }

    public static ScimRequest of(ScimMethod method, byte[] body) {
        return of(method, body, CALLER);
    }

    private static ScimRequest of(ScimMethod method, byte[] body, Caller caller) {
        return new ScimRequest(
                        method,
                        "/Users/42",
                        "filter=userName+eq+%22mia%22&x",
                        Map.of("if-match", "W/\"3\"", "content-type", "application/scim+json"),
                        body,
                        caller,
                        "request-1",
                        Instant.parse("2026-03-02T09:15:00.123456789Z"),
                        "https://host.example/scim/v2",
                        null)
                .admitted(Instant.parse("2026-03-02T09:15:00.125Z"));
    }
}
