package io.rollbook.provisioning.administration.client;

import io.rollbook.provisioning.administration.AdministrationAnswer;
import io.rollbook.provisioning.administration.AdministrationJson;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.provisioning.administration.AdministratorOrigin;
import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.connection.ClientCommand;
import io.rollbook.provisioning.connection.client.RemoveClient;
import io.rollbook.provisioning.connection.client.RemoveClientCredential;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.register.ClientEntry;
import io.rollbook.provisioning.register.ClientRegister;
import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OAuth clients of a tenant: {@code GET} and {@code POST /tenants/{name or id}/clients}; below
 * a client {@code DELETE}, {@code POST …/secrets}, {@code POST …/trusts} and {@code DELETE
 * …/credentials/{id}}.
 */
final class ClientRoutes implements AdministrationRoute {

    private static final Pattern PATH =
            Pattern.compile(
                    "/tenants/([A-Za-z0-9-]+)/clients"
                        + "(?:/([a-z0-9-]+)(?:/(secrets|trusts|credentials)(?:/([a-z0-9-]+))?)?)?");
    private static final Pattern AFTER = Pattern.compile("(?:^|&)after=([a-z0-9-]{1,64})(?:&|$)");

    private static final int PAGE = 100;
    private static final int DAYS = 730;
    private static final int MOST_DAYS = 1_096;

    private static final ScimError NO_CLIENT = ScimError.notFound("There is no such client");

    private final ClientIssuing issuing;
    private final CommandSender commands;
    private final Transactions transactions;
    private final TenantRegister tenants;
    private final ClientRegister clients;
    private final AdministrationJson json;

    ClientRoutes(
            ClientIssuing issuing,
            CommandSender commands,
            Transactions transactions,
            TenantRegister tenants,
            ClientRegister clients,
            AdministrationJson json) {
        this.issuing = issuing;
        this.commands = commands;
        this.transactions = transactions;
        this.tenants = tenants;
        this.clients = clients;
        this.json = json;
    }

    /** The body of the request for a client; both members may be left out. */
    record NewClient(@Nullable String connection, @Nullable String role) {}

    /** The body of the request for a secret. */
    record NewSecret(@Nullable Integer expiresInDays) {}

    /** The body of the request for a federated credential. */
    record NewTrust(
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable String audience,
            @Nullable String jwksUri) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        var path = PATH.matcher(request.path());
        return path.matches()
                ? workAt(path, request).map(work -> tenant(path.group(1)).flatMap(work))
                : Optional.empty();
    }

    private Optional<Function<TenantEntry, Outcome<AdministrationAnswer>>> workAt(
            Matcher path, ScimRequest request) {
        var client = Objects.requireNonNullElse(path.group(2), "");
        var id = Objects.requireNonNullElse(path.group(4), "");
        return switch (request.method() + " " + formOf(path)) {
            case "GET clients" -> Optional.of(tenant -> list(tenant, request));
            case "POST clients" -> Optional.of(tenant -> register(tenant, request));
            case "DELETE client" ->
                    Optional.of(
                            tenant ->
                                    remove(
                                            tenant,
                                            client,
                                            request,
                                            at -> new RemoveClient(at, client)));
            case "POST client/secrets" -> Optional.of(tenant -> addSecret(tenant, client, request));
            case "POST client/trusts" -> Optional.of(tenant -> addTrust(tenant, client, request));
            case "DELETE client/credentials/one" ->
                    Optional.of(
                            tenant ->
                                    remove(
                                            tenant,
                                            client,
                                            request,
                                            at -> new RemoveClientCredential(at, client, id)));
            default -> Optional.empty();
        };
    }

    private static String formOf(Matcher path) {
        if (path.group(2) == null) {
            return "clients";
        }
        var part = path.group(3);
        return part == null ? "client" : "client/" + part + (path.group(4) == null ? "" : "/one");
    }

    private Outcome<TenantEntry> tenant(String nameOrId) {
        return transactions
                .acrossTenants(() -> tenants.find(nameOrId))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(ScimError.notFound("There is no such tenant")));
    }

    private Outcome<AdministrationAnswer> list(TenantEntry tenant, ScimRequest request) {
        var after = AFTER.matcher(request.query());
        var from = after.find() ? after.group(1) : "";
        return Outcome.accepted(
                new AdministrationAnswer(
                        200,
                        transactions.inTenant(
                                tenant.id(),
                                () -> {
                                    var page = clients.page(tenant.id(), from, PAGE);
                                    var ids = page.stream().map(ClientEntry::clientId).toList();
                                    var credentials = clients.credentialsOf(tenant.id(), ids);
                                    return new ClientViews.ClientList(
                                            page.stream()
                                                    .map(
                                                            entry ->
                                                                    ClientViews.Client.of(
                                                                            entry, credentials))
                                                    .toList(),
                                            page.size() < PAGE ? null : ids.getLast());
                                })));
    }

    private Outcome<AdministrationAnswer> register(TenantEntry tenant, ScimRequest request) {
        return json.read(request.body(), NewClient.class)
                .flatMap(
                        body ->
                                Role.ofLabel(Objects.requireNonNullElse(body.role(), "scim"))
                                        .map(
                                                role ->
                                                        issuing.register(
                                                                origin(request, tenant),
                                                                Objects.requireNonNullElse(
                                                                        body.connection(),
                                                                        "default"),
                                                                role))
                                        .orElseGet(
                                                () ->
                                                        refused(
                                                                "role must be scim, audit.read or"
                                                                        + " audit.export")))
                .map(client -> new AdministrationAnswer(201, client));
    }

    private Outcome<AdministrationAnswer> addSecret(
            TenantEntry tenant, String clientId, ScimRequest request) {
        return json.read(request.body(), NewSecret.class)
                .flatMap(
                        body -> {
                            int days = Objects.requireNonNullElse(body.expiresInDays(), DAYS);
                            return days < 1 || days > MOST_DAYS
                                    ? refused("expiresInDays must be between 1 and " + MOST_DAYS)
                                    : connection(tenant, clientId)
                                            .flatMap(
                                                    connection ->
                                                            issuing.addSecret(
                                                                    origin(request, tenant),
                                                                    connection,
                                                                    clientId,
                                                                    Duration.ofDays(days)));
                        })
                .map(secret -> new AdministrationAnswer(201, secret));
    }

    private Outcome<AdministrationAnswer> addTrust(
            TenantEntry tenant, String clientId, ScimRequest request) {
        return json.read(request.body(), NewTrust.class)
                .flatMap(
                        body ->
                                connection(tenant, clientId)
                                        .flatMap(
                                                connection ->
                                                        issuing.addTrust(
                                                                origin(request, tenant),
                                                                connection,
                                                                clientId,
                                                                body.issuer(),
                                                                body.subject(),
                                                                Objects.requireNonNullElse(
                                                                        body.audience(), ""),
                                                                body.jwksUri())))
                .map(trust -> new AdministrationAnswer(201, trust));
    }

    private Outcome<AdministrationAnswer> remove(
            TenantEntry tenant,
            String clientId,
            ScimRequest request,
            Function<AggregateId, ClientCommand> command) {
        return connection(tenant, clientId)
                .flatMap(at -> commands.send(command.apply(at), origin(request, tenant)))
                .map(removed -> new AdministrationAnswer(204, null));
    }

    private Outcome<AggregateId> connection(TenantEntry tenant, String clientId) {
        return transactions
                .inTenant(tenant.id(), () -> clients.connectionOf(tenant.id(), clientId))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(NO_CLIENT));
    }

    private static Origin origin(ScimRequest request, TenantEntry tenant) {
        return AdministratorOrigin.of(request, tenant.id());
    }

    private static <T> Outcome<T> refused(String detail) {
        return Outcome.refused(ScimError.badRequest(ScimType.INVALID_VALUE, detail));
    }
}
