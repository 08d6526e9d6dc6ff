package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.connection.RevokeToken;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.register.TokenRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code POST /tenants/{name or id}/tokens} and {@code DELETE /tokens/{id}}. */
public final class TokenRoutes implements AdministrationRoute {

    private static final Pattern TOKENS = Pattern.compile("/tenants/([A-Za-z0-9-]+)/tokens");
    private static final Pattern TOKEN = Pattern.compile("/tokens/([a-z0-9-]+)");

    private final TokenIssuing issuing;
    private final CommandSender commands;
    private final Transactions transactions;
    private final TenantRegister tenants;
    private final TokenRegister tokens;
    private final AdministrationJson json;

    public TokenRoutes(
            TokenIssuing issuing,
            CommandSender commands,
            Transactions transactions,
            TenantRegister tenants,
            TokenRegister tokens,
            AdministrationJson json) {
        this.issuing = issuing;
        this.commands = commands;
        this.transactions = transactions;
        this.tenants = tenants;
        this.tokens = tokens;
        this.json = json;
    }

    /** The body of the request for a token; both members may be left out. */
    record NewToken(@Nullable String connection, @Nullable String role) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        Matcher tokensOfTenant = TOKENS.matcher(request.path());
        if (request.method() == ScimMethod.POST && tokensOfTenant.matches()) {
            return Optional.of(issue(request, tokensOfTenant.group(1)));
        }
        Matcher oneToken = TOKEN.matcher(request.path());
        if (request.method() == ScimMethod.DELETE && oneToken.matches()) {
            return Optional.of(revoke(request, oneToken.group(1)));
        }
        return Optional.empty();
    }

    private Outcome<AdministrationAnswer> issue(ScimRequest request, String tenant) {
        return json.read(request.body(), NewToken.class)
                .flatMap(
                        body -> {
                            var role = body.role() == null ? "scim" : body.role();
                            var connection =
                                    body.connection() == null ? "default" : body.connection();
                            return Role.ofLabel(role)
                                    .map(r -> issue(request, tenant, connection, r))
                                    .orElseGet(() -> Outcome.refused(unknownRole()));
                        });
    }

    private Outcome<AdministrationAnswer> issue(
            ScimRequest request, String tenant, String connection, Role role) {
        return transactions
                .acrossTenants(() -> tenants.find(tenant))
                .map(
                        entry ->
                                issuing.issue(
                                        AdministratorOrigin.of(request, entry.id()),
                                        connection,
                                        role))
                .orElseGet(() -> Outcome.refused(ScimError.notFound("There is no such tenant")))
                .map(token -> new AdministrationAnswer(201, token));
    }

    private Outcome<AdministrationAnswer> revoke(ScimRequest request, String tokenId) {
        return transactions
                .acrossTenants(() -> tokens.connectionOf(tokenId))
                .map(
                        connection ->
                                commands.send(
                                        new RevokeToken(connection, tokenId),
                                        AdministratorOrigin.of(request, connection.tenantId())))
                .orElseGet(() -> Outcome.refused(ScimError.notFound("There is no such token")))
                .map(revoked -> new AdministrationAnswer(204, null));
    }

    private static ScimError unknownRole() {
        return ScimError.badRequest(
                ScimType.INVALID_VALUE, "role must be scim, audit.read or audit.export");
    }
}
