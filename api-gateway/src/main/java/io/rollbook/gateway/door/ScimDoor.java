package io.rollbook.gateway.door;

import io.rollbook.gateway.caller.BearerCredential;
import io.rollbook.gateway.caller.CachedTokens;
import io.rollbook.gateway.exchange.BodyLimits;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.exchange.Replies;
import io.rollbook.gateway.exchange.RequestIntake;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The door of SCIM: reads go to the read side and are refused here; writes go to the write side
 * even when they are refused, because every authenticated attempt is recorded.
 */
public final class ScimDoor {

    static final String PREFIX = "/scim/v2";
    private static final String ALLOW = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    /** Belongs to no tenant and may do nothing that asks for a role. */
    private static final Caller ANYBODY = new Caller("", Profile.RFC, "", "", Set.of());

    private final CachedTokens tokens;
    private final Turnstile turnstile;
    private final RequestIntake intake;
    private final BodyLimits limits;
    private final ScimEndpoint reads;
    private final ScimEndpoint writes;
    private final VisibleWrites visible;

    public ScimDoor(
            CachedTokens tokens,
            Turnstile turnstile,
            RequestIntake intake,
            BodyLimits limits,
            ScimEndpoint reads,
            ScimEndpoint writes,
            VisibleWrites visible) {
        this.tokens = tokens;
        this.turnstile = turnstile;
        this.intake = intake;
        this.limits = limits;
        this.reads = reads;
        this.writes = writes;
        this.visible = visible;
    }

    /**
     * @param refused why the request must be refused, whoever sends it
     */
    ScimResponse answer(Exchange exchange, String path, Optional<ScimError> refused) {
        Optional<Caller> caller =
                BearerCredential.in(exchange.authorization()).flatMap(tokens::ownerOf);
        if (caller.isEmpty()) {
            return isOpen(exchange, path)
                    ? open(exchange, path, refused)
                    : Challenge.to(exchange, Refusals.SCIM);
        }
        exchange.establish(caller.get());
        Optional<ScimResponse> tooMany = turnstile.refusal(exchange, caller.get(), Refusals.SCIM);
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        if (exchange.asksForOptions()) {
            return Replies.allowed(ALLOW);
        }
        Optional<ScimMethod> method = exchange.scimMethod();
        return method.isEmpty()
                ? Refusals.SCIM.methodNotAllowed(ALLOW)
                : pass(exchange, method.get(), path, caller.get(), refused);
    }

    /**
     * How to authenticate has to be readable before one can (RFC 7643 §5); a token that is wrong is
     * refused all the same.
     */
    private static boolean isOpen(Exchange exchange, String path) {
        return exchange.reads()
                && exchange.authorization().isEmpty()
                && path.equalsIgnoreCase("/ServiceProviderConfig");
    }

    private ScimResponse open(Exchange exchange, String path, Optional<ScimError> refused) {
        return read(
                intake.take(
                        exchange,
                        ScimMethod.GET,
                        path,
                        PREFIX,
                        ANYBODY,
                        limits.at(path, ANYBODY),
                        refused));
    }

    private ScimResponse pass(
            Exchange exchange,
            ScimMethod method,
            String path,
            Caller caller,
            Optional<ScimError> refused) {
        Optional<ScimError> forbidden = forbidden(caller);
        ScimRequest request =
                intake.take(
                        exchange,
                        method,
                        path,
                        PREFIX,
                        caller,
                        limits.at(path, caller),
                        forbidden.or(() -> refused));
        if (!isRead(request)) {
            return visible.hold(caller, exchange.requestId(), writes.handle(request));
        }
        return read(request);
    }

    private static Optional<ScimError> forbidden(Caller caller) {
        if (caller.terms().lockedOut()) {
            return Optional.of(Refusals.LOCKED_OUT);
        }
        return caller.mayActAs(Role.SCIM) ? Optional.empty() : Optional.of(Refusals.FORBIDDEN);
    }

    private ScimResponse read(ScimRequest request) {
        return request.refusal() == null
                ? reads.handle(request)
                : Refusals.SCIM.render(request.refusal(), Map.of());
    }

    /** A search is a read in a POST's clothes (RFC 7644 §3.4.3). */
    private static boolean isRead(ScimRequest request) {
        return request.method() == ScimMethod.GET
                || (request.method() == ScimMethod.POST && request.path().endsWith("/.search"));
    }
}
