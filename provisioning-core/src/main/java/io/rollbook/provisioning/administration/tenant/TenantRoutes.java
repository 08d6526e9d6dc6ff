package io.rollbook.provisioning.administration.tenant;

import io.rollbook.provisioning.administration.AdministrationAnswer;
import io.rollbook.provisioning.administration.AdministrationJson;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.provisioning.administration.AdministratorOrigin;
import io.rollbook.provisioning.administration.PageRequest;
import io.rollbook.provisioning.administration.Places;
import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.tenant.CreateTenant;
import io.rollbook.provisioning.tenant.DeleteTenant;
import io.rollbook.provisioning.tenant.RestoreTenant;
import io.rollbook.provisioning.tenant.ResumeTenant;
import io.rollbook.provisioning.tenant.SuspendTenant;
import io.rollbook.provisioning.tenant.TenantCommand;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST} and {@code GET /tenants}, {@code GET} and {@code DELETE /tenants/{name or id}}, and
 * {@code POST} to its {@code /suspend}, {@code /resume} and {@code /restore}.
 */
public final class TenantRoutes implements AdministrationRoute {

    private static final Map<String, Profile> PROFILES =
            Map.of("entra", Profile.ENTRA, "rfc", Profile.RFC);
    private static final Pattern ONE = Pattern.compile("/tenants/([A-Za-z0-9-]+)");
    private static final Pattern STANDING =
            Pattern.compile("/tenants/([A-Za-z0-9-]+)/(suspend|resume|restore)");

    private final CommandSender commands;
    private final Transactions transactions;
    private final TenantRegister tenants;
    private final Places places;
    private final Supplier<String> ids;
    private final AdministrationJson json;
    private final Duration grace;
    private final InstantSource clock;

    /**
     * @param grace how long a tenant can be restored after its deletion has begun
     */
    public TenantRoutes(
            CommandSender commands,
            Transactions transactions,
            TenantRegister tenants,
            Places places,
            Supplier<String> ids,
            AdministrationJson json,
            Duration grace,
            InstantSource clock) {
        this.commands = commands;
        this.transactions = transactions;
        this.tenants = tenants;
        this.places = places;
        this.ids = ids;
        this.json = json;
        this.grace = grace;
        this.clock = clock;
    }

    /** The body of {@code POST /tenants}. */
    record NewTenant(@Nullable String name, @Nullable String profile) {}

    /** The body of {@code GET /tenants}. */
    record TenantList(List<TenantView> tenants, @Nullable String next) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        if (request.path().equals("/tenants")) {
            return switch (request.method()) {
                case POST -> Optional.of(create(request));
                case GET -> Optional.of(list(request));
                case PUT, PATCH, DELETE -> Optional.empty();
            };
        }
        Matcher one = ONE.matcher(request.path());
        if (one.matches()) {
            return onOne(request, one.group(1));
        }
        Matcher standing = STANDING.matcher(request.path());
        return standing.matches() && request.method() == ScimMethod.POST
                ? Optional.of(change(request, standing.group(1), standing.group(2)))
                : Optional.empty();
    }

    private Optional<Outcome<AdministrationAnswer>> onOne(ScimRequest request, String name) {
        return switch (request.method()) {
            case GET -> Optional.of(places.tenant(name).map(tenant -> answer(200, tenant)));
            case DELETE -> Optional.of(delete(request, name));
            case POST, PUT, PATCH -> Optional.empty();
        };
    }

    private Outcome<AdministrationAnswer> list(ScimRequest request) {
        return PageRequest.of(request)
                .map(
                        wanted ->
                                wanted.of(
                                        transactions.acrossTenants(
                                                () ->
                                                        tenants.page(
                                                                wanted.after(),
                                                                wanted.lookedFor())),
                                        TenantEntry::name,
                                        TenantView::of))
                .map(
                        page ->
                                new AdministrationAnswer(
                                        200, new TenantList(page.items(), page.next())));
    }

    private Outcome<AdministrationAnswer> create(ScimRequest request) {
        return json.read(request.body(), NewTenant.class)
                .flatMap(
                        body -> {
                            var profile =
                                    PROFILES.get(body.profile() == null ? "entra" : body.profile());
                            return profile == null
                                    ? Outcome.refused(
                                            ScimError.badRequest(
                                                    ScimType.INVALID_VALUE,
                                                    "profile must be entra or rfc"))
                                    : create(request, body.name(), profile);
                        });
    }

    private Outcome<AdministrationAnswer> create(
            ScimRequest request, @Nullable String name, Profile profile) {
        var id = AggregateId.tenant(ids.get());
        return send(request, 201, new CreateTenant(id, name == null ? "" : name, profile));
    }

    private Outcome<AdministrationAnswer> delete(ScimRequest request, String name) {
        var endsAt = clock.instant().plus(grace).truncatedTo(ChronoUnit.MILLIS);
        return places.tenant(name)
                .flatMap(
                        tenant ->
                                send(
                                        request,
                                        202,
                                        new DeleteTenant(AggregateId.tenant(tenant.id()), endsAt)));
    }

    private Outcome<AdministrationAnswer> change(ScimRequest request, String name, String verb) {
        Function<AggregateId, TenantCommand> command =
                switch (verb) {
                    case "suspend" -> SuspendTenant::new;
                    case "resume" -> ResumeTenant::new;
                    default -> id -> new RestoreTenant(id, clock.instant());
                };
        return places.tenant(name)
                .flatMap(
                        tenant ->
                                send(request, 200, command.apply(AggregateId.tenant(tenant.id()))));
    }

    private Outcome<AdministrationAnswer> send(
            ScimRequest request, int status, TenantCommand command) {
        var id = command.id().tenantId();
        return commands.send(command, AdministratorOrigin.of(request, id))
                .flatMap(applied -> places.tenant(id))
                .map(tenant -> answer(status, tenant));
    }

    private static AdministrationAnswer answer(int status, TenantEntry tenant) {
        return new AdministrationAnswer(status, TenantView.of(tenant));
    }
}
