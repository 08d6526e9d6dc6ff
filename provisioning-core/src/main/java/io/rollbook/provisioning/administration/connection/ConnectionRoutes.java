package io.rollbook.provisioning.administration.connection;

import io.rollbook.provisioning.administration.AdministrationAnswer;
import io.rollbook.provisioning.administration.AdministrationJson;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.provisioning.administration.AdministratorOrigin;
import io.rollbook.provisioning.administration.PageRequest;
import io.rollbook.provisioning.administration.Places;
import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.connection.ConfigureConnection;
import io.rollbook.provisioning.connection.CreateConnection;
import io.rollbook.provisioning.connection.RemoveConnection;
import io.rollbook.provisioning.register.ConnectionEntry;
import io.rollbook.provisioning.register.ConnectionRegister;
import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
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

    private final CommandSender commands;
    private final Transactions transactions;
    private final Places places;
    private final ConnectionRegister connections;
    private final Supplier<String> ids;
    private final AdministrationJson json;

    public ConnectionRoutes(
            CommandSender commands,
            Transactions transactions,
            Places places,
            ConnectionRegister connections,
            Supplier<String> ids,
            AdministrationJson json) {
        this.commands = commands;
        this.transactions = transactions;
        this.places = places;
        this.connections = connections;
        this.ids = ids;
        this.json = json;
    }

    /** The body of {@code POST}. */
    record NewConnection(@Nullable String name) {}

    /** The body of the list. */
    record ConnectionList(List<ConnectionView> connections, @Nullable String next) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        Matcher all = ALL.matcher(request.path());
        if (all.matches()) {
            return onAll(request, places.tenant(all.group(1)));
        }
        Matcher one = ONE.matcher(request.path());
        if (one.matches()) {
            return onOne(request, places.connection(one.group(1), one.group(2)));
        }
        Matcher settings = SETTINGS.matcher(request.path());
        return settings.matches()
                ? onSettings(request, places.connection(settings.group(1), settings.group(2)))
                : Optional.empty();
    }

    private Optional<Outcome<AdministrationAnswer>> onAll(
            ScimRequest request, Outcome<TenantEntry> tenant) {
        return switch (request.method()) {
            case GET -> Optional.of(tenant.flatMap(t -> list(request, t)));
            case POST -> Optional.of(tenant.flatMap(t -> create(request, t)));
            case PUT, PATCH, DELETE -> Optional.empty();
        };
    }

    private Optional<Outcome<AdministrationAnswer>> onOne(
            ScimRequest request, Outcome<ConnectionEntry> connection) {
        return switch (request.method()) {
            case GET -> Optional.of(connection.map(c -> answer(200, ConnectionView.of(c))));
            case DELETE -> Optional.of(connection.flatMap(c -> remove(request, c)));
            case POST, PUT, PATCH -> Optional.empty();
        };
    }

    private Optional<Outcome<AdministrationAnswer>> onSettings(
            ScimRequest request, Outcome<ConnectionEntry> connection) {
        return switch (request.method()) {
            case GET -> Optional.of(connection.map(c -> answer(200, c.settings())));
            case PUT -> Optional.of(connection.flatMap(c -> configure(request, c, true)));
            case PATCH -> Optional.of(connection.flatMap(c -> configure(request, c, false)));
            case POST, DELETE -> Optional.empty();
        };
    }

    private Outcome<AdministrationAnswer> list(ScimRequest request, TenantEntry tenant) {
        return PageRequest.of(request)
                .map(
                        wanted ->
                                wanted.of(
                                        transactions.inTenant(
                                                tenant.id(),
                                                () ->
                                                        connections.page(
                                                                tenant.id(),
                                                                wanted.after(),
                                                                wanted.lookedFor())),
                                        ConnectionEntry::name,
                                        ConnectionView::of))
                .map(page -> answer(200, new ConnectionList(page.items(), page.next())));
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
                .flatMap(created -> places.connection(tenant, id.id()))
                .map(entry -> answer(201, ConnectionView.of(entry)));
    }

    private Outcome<AdministrationAnswer> remove(ScimRequest request, ConnectionEntry connection) {
        var id = AggregateId.connection(connection.tenantId(), connection.id());
        return commands.send(
                        new RemoveConnection(id), AdministratorOrigin.of(request, id.tenantId()))
                .map(removed -> new AdministrationAnswer(204, null));
    }

    private Outcome<AdministrationAnswer> configure(
            ScimRequest request, ConnectionEntry connection, boolean whole) {
        var id = AggregateId.connection(connection.tenantId(), connection.id());
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

    private static AdministrationAnswer answer(int status, Object body) {
        return new AdministrationAnswer(status, body);
    }
}
