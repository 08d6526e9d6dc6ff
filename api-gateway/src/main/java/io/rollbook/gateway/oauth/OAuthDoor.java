package io.rollbook.gateway.oauth;

import io.micrometer.core.instrument.MeterRegistry;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.exchange.Replies;
import io.rollbook.gateway.message.BodyIntake;
import io.rollbook.gateway.message.BodyLimit;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.gateway.oauth.token.AccessTokens;
import io.rollbook.gateway.path.Route;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimResponse;

import org.springframework.util.unit.DataSize;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The door of OAuth clients. {@link #refused} is the one place that every failed attempt passes:
 * whoever slows attackers down does it there.
 */
public final class OAuthDoor {

    private static final String TOKEN_ALLOW = "POST, OPTIONS";
    private static final String PAGES_ALLOW = "GET, HEAD, OPTIONS";

    /** An assertion of Entra has less than 3 kB. */
    private static final BodyLimit LIMIT = BodyLimit.of(DataSize.ofKilobytes(32));

    private final BodyIntake bodies;
    private final ClientAuthentication clients;
    private final Gate gate;
    private final AccessTokens tokens;
    private final OAuthPages pages;
    private final MeterRegistry meters;

    OAuthDoor(
            BodyIntake bodies,
            ClientAuthentication clients,
            Gate gate,
            AccessTokens tokens,
            OAuthPages pages,
            MeterRegistry meters) {
        this.bodies = bodies;
        this.clients = clients;
        this.gate = gate;
        this.tokens = tokens;
        this.pages = pages;
        this.meters = meters;
    }

    public ScimResponse answer(Exchange exchange, Route.OAuth.Page page) {
        if (!pages.exist()) {
            return Refusals.OAUTH.render(ScimError.notFound("There is nothing at this path."));
        }
        return switch (page) {
            case TOKEN -> token(exchange);
            case KEYS -> open(exchange, pages::keys);
            case METADATA -> open(exchange, () -> pages.metadata(exchange.address()));
        };
    }

    private static ScimResponse open(Exchange exchange, Supplier<ScimResponse> page) {
        if (exchange.asksForOptions()) {
            return Replies.allowed(PAGES_ALLOW);
        }
        return exchange.reads() ? page.get() : Refusals.OAUTH.methodNotAllowed(PAGES_ALLOW);
    }

    private ScimResponse token(Exchange exchange) {
        if (exchange.asksForOptions()) {
            return Replies.allowed(TOKEN_ALLOW);
        }
        if (!exchange.method().equals("POST")) {
            return Refusals.OAUTH.methodNotAllowed(TOKEN_ALLOW);
        }
        var http = exchange.http();
        var body = bodies.read(http.getContentLengthLong(), http::getInputStream, LIMIT);
        return switch (body) {
            case Outcome.Refused<byte[]>(var error) -> Refusals.OAUTH.render(error);
            case Outcome.Accepted<byte[]>(var bytes) ->
                    switch (TokenRequest.read(exchange, bytes)) {
                        case TokenRequest.Refused(var error) -> refused(error);
                        case TokenRequest.Asked asked -> answer(exchange, asked);
                    };
        };
    }

    private ScimResponse answer(Exchange exchange, TokenRequest.Asked asked) {
        var known = clients.of(asked.credential());
        if (known.isEmpty()) {
            return refused(OAuthError.INVALID_CLIENT);
        }
        var caller = known.get().caller();
        exchange.establish(caller);
        var tooMany = gate.refusal(exchange, caller);
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        var roles = granted(caller, asked.scopes());
        if (roles.isEmpty()) {
            return refused(OAuthError.INVALID_SCOPE);
        }
        count("issued");
        return TokenReply.of(
                tokens.issue(exchange.address(), known.get().clientId(), caller, roles));
    }

    private ScimResponse refused(OAuthError error) {
        count(error.code());
        return error.render();
    }

    private void count(String outcome) {
        meters.counter("rollbook.gateway.oauth.tokens", "outcome", outcome).increment();
    }

    /** Scopes are roles by their labels; what a client has not is left out (RFC 6749 §3.3). */
    private static Set<Role> granted(Caller caller, List<String> scopes) {
        var roles = new HashSet<>(caller.roles());
        roles.removeIf(role -> !scopes.isEmpty() && !scopes.contains(role.label()));
        return roles;
    }
}
