package io.rollbook.provisioning.administration.connection;

import io.rollbook.provisioning.administration.AdministrationAnswer;
import io.rollbook.provisioning.administration.AdministrationJson;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.provisioning.administration.AdministratorOrigin;
import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.connection.ConfigureConnection;
import io.rollbook.provisioning.connection.CreateConnection;
import io.rollbook.provisioning.register.ConnectionEntry;
import io.rollbook.provisioning.register.ConnectionRegister;
import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST} and {@code GET /tenants/{name or id}/connections}, {@code GET …/connections/{name or
 * id}}, and {@code GET}, {@code PUT}, {@code PATCH} of its {@code /settings}.
 */
public final class ConnectionRoutes implements AdministrationRoute {

    private static final String TENANT = "/tenants/([A-Za-z0-9-]+)/connections";
    private static final Pattern ALL = Pattern.compile(TENANT);
    private static final Pattern ONE = Pattern.compile(TENANT + "/([^/]+)");
    private static final Pattern SETTINGS = Pattern.compile(TENANT + "/([^/]+)/settings");
    private static final int ALL_AT_ONCE = 1_000;

    private final CommandSender commands;
    private final Transactions transactions;
    private final TenantRegister tenants;
    private final ConnectionRegister connections;
    private final Supplier<String> ids;
    private final AdministrationJson json;

    public ConnectionRoutes(
            CommandSender commands,
            Transactions transactions,
            TenantRegister tenants,
            ConnectionRegister connections,
            Supplier<String> ids,
            AdministrationJson json) {
        this.commands = commands;
        this.transactions = transactions;
        this.tenants = tenants;
        this.connections = connections;
        this.ids = ids;
        this.json = json;
    }

    /** The body of {@code POST}. */
    record NewConnection(@Nullable String name) {}

    /** The body of the list. */
    record ConnectionList(List<ConnectionView> connections) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        Matcher all = ALL.matcher(request.path());
        Matcher one = ONE.matcher(request.path());
        Matcher settings = SETTINGS.matcher(request.path());
        return switch (request.method()) {
            case POST ->
                    all.matches()
                            ? Optional.of(tenant(all).flatMap(t -> create(request, t)))
                            : Optional.empty();
            case GET ->
                    all.matches()
                            ? Optional.of(tenant(all).map(this::list))
                            : one.matches()
                                    ? Optional.of(connection(one).map(ConnectionRoutes::shown))
                                    : settings.matches()
                                            ? Optional.of(
                                                    connection(settings)
                                                            .map(c -> answer(200, c.settings())))
                                            : Optional.empty();
            case PUT, PATCH ->
                    settings.matches()
                            ? Optional.of(connection(settings).flatMap(c -> configure(request, c)))
                            : Optional.empty();
            case DELETE -> Optional.empty();
        };
    }

    private Outcome<TenantEntry> tenant(Matcher path) {
        return transactions
                .acrossTenants(() -> tenants.find(path.group(1)))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(ScimError.notFound("There is no such tenant")));
    }

    private Outcome<ConnectionEntry> connection(Matcher path) {
        return tenant(path)
                .flatMap(
                        tenant ->
                                find(tenant, path.group(2))
                                        .map(Outcome::accepted)
                                        .orElseGet(() -> Outcome.refused(noSuchConnection())));
    }

    private Optional<ConnectionEntry> find(TenantEntry tenant, String nameOrId) {
        return transactions.inTenant(tenant.id(), () -> connections.find(tenant.id(), nameOrId));
    }

    private AdministrationAnswer list(TenantEntry tenant) {
        var entries =
                transactions.inTenant(
                        tenant.id(), () -> connections.page(tenant.id(), "", ALL_AT_ONCE));
        return answer(200, new ConnectionList(entries.stream().map(ConnectionView::of).toList()));
    }

    private Outcome<AdministrationAnswer> create(ScimRequest request, TenantEntry tenant) {
        var id = AggregateId.connection(tenant.id(), ids.get());
        return json.read(request.body(), NewConnection.class)
                .flatMap(
                        body ->
                                commands.send(
                                        new CreateConnection(
                                                id, body.name() == null ? "" : body.name()),
                                        AdministratorOrigin.of(request, tenant.id())))
                .flatMap(
                        created ->
                                find(tenant, id.id())
                                        .map(entry -> answer(201, ConnectionView.of(entry)))
                                        .map(Outcome::accepted)
                                        .orElseGet(() -> Outcome.refused(noSuchConnection())));
    }

    private Outcome<AdministrationAnswer> configure(
            ScimRequest request, ConnectionEntry connection) {
        var id = AggregateId.connection(connection.tenantId(), connection.id());
        boolean whole =
                switch (request.method()) {
                    case PUT -> true;
                    case PATCH, GET, POST, DELETE -> false;
                };
        return json.readObject(request.body())
                .flatMap(body -> SettingsBody.read(body, whole))
                .flatMap(
                        change ->
                                commands.send(
                                        new ConfigureConnection(id, change),
                                        AdministratorOrigin.of(request, id.tenantId())))
                .flatMap(applied -> applied.after().present())
                .map(present -> answer(200, present.settings()));
    }

    private static AdministrationAnswer shown(ConnectionEntry connection) {
        return answer(200, ConnectionView.of(connection));
    }

    private static AdministrationAnswer answer(int status, Object body) {
        return new AdministrationAnswer(status, body);
    }

    private static ScimError noSuchConnection() {
        return ScimError.notFound("There is no such connection");
    }
}
