package io.rollbook.provisioning.administration.token;

import io.rollbook.provisioning.administration.AdministrationAnswer;
import io.rollbook.provisioning.administration.AdministrationJson;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.provisioning.administration.AdministratorOrigin;
import io.rollbook.provisioning.administration.PageRequest;
import io.rollbook.provisioning.administration.Places;
import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.connection.RevokeToken;
import io.rollbook.provisioning.register.TokenEntry;
import io.rollbook.provisioning.register.TokenRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST} and {@code GET /tenants/{name or id}/tokens} and {@code …/connections/{name or
 * id}/tokens}; {@code DELETE /tenants/{name or id}/tokens/{id}} and {@code /tokens/{id}}.
 */
public final class TokenRoutes implements AdministrationRoute {

    private static final String TENANT = "/tenants/([A-Za-z0-9-]+)";
    private static final Pattern OF_TENANT = Pattern.compile(TENANT + "/tokens");
    private static final Pattern OF_CONNECTION =
            Pattern.compile(TENANT + "/connections/([^/]+)/tokens");
    private static final Pattern ONE = Pattern.compile("(?:" + TENANT + ")?/tokens/([a-z0-9-]+)");

    private final TokenIssuing issuing;
    private final CommandSender commands;
    private final Transactions transactions;
    private final Places places;
    private final TokenRegister tokens;
    private final AdministrationJson json;

    public TokenRoutes(
            TokenIssuing issuing,
            CommandSender commands,
            Transactions transactions,
            Places places,
            TokenRegister tokens,
            AdministrationJson json) {
        this.issuing = issuing;
        this.commands = commands;
        this.transactions = transactions;
        this.places = places;
        this.tokens = tokens;
        this.json = json;
    }

    /** The body of a list. */
    record TokenList(List<TokenView> tokens, @Nullable String next) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        Matcher ofTenant = OF_TENANT.matcher(request.path());
        if (ofTenant.matches()) {
            return onTenant(request, ofTenant.group(1));
        }
        Matcher ofConnection = OF_CONNECTION.matcher(request.path());
        if (ofConnection.matches()) {
            return onConnection(request, ofConnection.group(1), ofConnection.group(2));
        }
        Matcher one = ONE.matcher(request.path());
        return request.method() == ScimMethod.DELETE && one.matches()
                ? Optional.of(revoke(request, one.group(1), one.group(2)))
                : Optional.empty();
    }

    private Optional<Outcome<AdministrationAnswer>> onTenant(ScimRequest request, String tenant) {
        return switch (request.method()) {
            case GET ->
                    Optional.of(places.tenant(tenant).flatMap(t -> list(request, t.id(), null)));
            case POST -> Optional.of(issue(request, tenant));
            case PUT, PATCH, DELETE -> Optional.empty();
        };
    }

    private Optional<Outcome<AdministrationAnswer>> onConnection(
            ScimRequest request, String tenant, String connection) {
        return switch (request.method()) {
            case GET ->
                    Optional.of(
                            places.connection(tenant, connection)
                                    .flatMap(c -> list(request, c.tenantId(), c.id())));
            case POST ->
                    Optional.of(
                            places.connection(tenant, connection)
                                    .flatMap(
                                            c ->
                                                    json.read(request.body(), NewToken.class)
                                                            .flatMap(
                                                                    body ->
                                                                            issue(
                                                                                    request,
                                                                                    c.tenantId(),
                                                                                    c.id(),
                                                                                    body))));
            case PUT, PATCH, DELETE -> Optional.empty();
        };
    }

    private Outcome<AdministrationAnswer> list(
            ScimRequest request, String tenantId, @Nullable String connectionId) {
        return PageRequest.of(request)
                .map(
                        wanted ->
                                wanted.of(
                                        transactions.inTenant(
                                                tenantId,
                                                () ->
                                                        tokens.page(
                                                                tenantId,
                                                                connectionId,
                                                                wanted.after(),
                                                                wanted.lookedFor())),
                                        TokenEntry::id,
                                        TokenView::of))
                .map(
                        page ->
                                new AdministrationAnswer(
                                        200, new TokenList(page.items(), page.next())));
    }

    /** The connection comes into being with its first token. */
    private Outcome<AdministrationAnswer> issue(ScimRequest request, String tenantName) {
        return places.tenant(tenantName)
                .flatMap(
                        tenant ->
                                json.read(request.body(), NewToken.class)
                                        .flatMap(
                                                body ->
                                                        connection(request, tenant.id(), body)
                                                                .flatMap(
                                                                        id ->
                                                                                issue(
                                                                                        request,
                                                                                        tenant.id(),
                                                                                        id,
                                                                                        body))));
    }

    /** What is wrong with the wish itself must not leave a connection behind. */
    private Outcome<String> connection(ScimRequest request, String tenantId, NewToken body) {
        var origin = AdministratorOrigin.of(request, tenantId);
        return rolesFor(request, body)
                .flatMap(roles -> body.end(request.receivedAt()))
                .flatMap(
                        end ->
                                issuing.connection(
                                        origin,
                                        body.connection() == null ? "default" : body.connection()));
    }

    private Outcome<AdministrationAnswer> issue(
            ScimRequest request, String tenantId, String connectionId, NewToken body) {
        return rolesFor(request, body)
                .flatMap(
                        roles ->
                                body.end(request.receivedAt())
                                        .flatMap(
                                                end ->
                                                        issuing.issue(
                                                                AdministratorOrigin.of(
                                                                        request, tenantId),
                                                                connectionId,
                                                                roles,
                                                                end.equals(Instant.MAX)
                                                                        ? null
                                                                        : end)))
                .map(token -> new AdministrationAnswer(201, token));
    }

    /** Who administers one tenant can't make readers of the log or more administrators. */
    private static Outcome<Set<Role>> rolesFor(ScimRequest request, NewToken body) {
        boolean bound = !request.caller().tenantId().isEmpty();
        return body.wantedRoles()
                .flatMap(
                        roles ->
                                bound && !roles.equals(Set.of(Role.SCIM))
                                        ? Outcome.refused(
                                                ScimError.of(
                                                        403,
                                                        "Separation of duties: only an"
                                                            + " administrator of the installation"
                                                            + " issues tokens with other roles than"
                                                            + " scim"))
                                        : Outcome.accepted(roles));
    }

    private Outcome<AdministrationAnswer> revoke(
            ScimRequest request, @Nullable String tenant, String tokenId) {
        return (tenant == null
                        ? connectionOf(tokenId)
                        : places.tenant(tenant)
                                .flatMap(
                                        t ->
                                                connectionOf(tokenId)
                                                        .flatMap(c -> ofTenant(c, t.id()))))
                .flatMap(
                        connection ->
                                commands.send(
                                        new RevokeToken(connection, tokenId),
                                        AdministratorOrigin.of(request, connection.tenantId())))
                .map(revoked -> new AdministrationAnswer(204, null));
    }

    private Outcome<AggregateId> connectionOf(String tokenId) {
        return transactions
                .acrossTenants(() -> tokens.connectionOf(tokenId))
                .map(Outcome::accepted)
                .orElseGet(TokenRoutes::noSuchToken);
    }

    private static Outcome<AggregateId> ofTenant(AggregateId connection, String tenantId) {
        return connection.tenantId().equals(tenantId)
                ? Outcome.accepted(connection)
                : noSuchToken();
    }

    private static Outcome<AggregateId> noSuchToken() {
        return Outcome.refused(ScimError.notFound("There is no such token"));
    }
}
