package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimRequest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far an administrator may go that belongs to a tenant: to what that tenant has, but not to
 * whether it is let in. Another tenant is to them as one that never was.
 */
final class Bounds {

    private static final Pattern OF_TENANT = Pattern.compile("/tenants/([A-Za-z0-9-]+)(/.*)?");
    private static final Pattern SHOWN =
            Pattern.compile("/(?:connections|tokens|clients|schemas)(?:/.*)?");

    /** They see how long the log is kept, and have no say in it. */
    private static final Pattern READ =
            Pattern.compile("/(?:(?:connections|tokens|clients|schemas)(?:/.*)?|retention|holds)");

    /** Not those who get in by OAuth: a client can be one that reads the log. */
    private static final Pattern OWN = Pattern.compile("/(?:connections|tokens|schemas)(?:/.*)?");

    private final Places places;

    Bounds(Places places) {
        this.places = places;
    }

    /** The request itself when the caller may go there. */
    Outcome<ScimRequest> check(ScimRequest request) {
        return isBound(request.caller()) ? bound(request) : Outcome.accepted(request);
    }

    /** Whether the administrator belongs to a tenant. */
    static boolean isBound(Caller caller) {
        return !caller.tenantId().isEmpty();
    }

    private Outcome<ScimRequest> bound(ScimRequest request) {
        var own = request.caller().tenantId();
        return places.tenant(own)
                .flatMap(Bounds::letIn)
                .flatMap(
                        tenant -> {
                            Matcher path = OF_TENANT.matcher(request.path());
                            return path.matches()
                                    ? places.tenant(path.group(1))
                                            .flatMap(named -> within(named, own, path, request))
                                    : Outcome.refused(forAdministratorsOfAll());
                        });
    }

    private static Outcome<TenantEntry> letIn(TenantEntry tenant) {
        boolean in = !tenant.standing().suspended() && !tenant.standing().isLeaving();
        return in ? Outcome.accepted(tenant) : Outcome.refused(lockedOut());
    }

    private static Outcome<ScimRequest> within(
            TenantEntry named, String own, Matcher path, ScimRequest request) {
        if (!named.id().equals(own)) {
            return Outcome.refused(ScimError.notFound("There is no such tenant"));
        }
        var rest = path.group(2) == null ? "" : path.group(2);
        boolean allowed =
                switch (request.method()) {
                    case GET ->
                            rest.isEmpty()
                                    || rest.equals("/settings")
                                    || READ.matcher(rest).matches();
                    case DELETE -> SHOWN.matcher(rest).matches();
                    case POST, PUT, PATCH -> OWN.matcher(rest).matches();
                };
        return allowed ? Outcome.accepted(request) : Outcome.refused(forAdministratorsOfAll());
    }

    private static ScimError forAdministratorsOfAll() {
        return ScimError.of(403, "Only an administrator of the installation may do this");
    }

    private static ScimError lockedOut() {
        return ScimError.of(403, "The tenant is suspended");
    }
}
