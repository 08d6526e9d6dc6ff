package io.rollbook.provisioning.administration.tenant;

import io.rollbook.provisioning.administration.AdministrationAnswer;
import io.rollbook.provisioning.administration.AdministrationJson;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.provisioning.administration.AdministratorOrigin;
import io.rollbook.provisioning.administration.Places;
import io.rollbook.provisioning.administration.connection.SettingsBody;
import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.limit.Limits;
import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.provisioning.tenant.ConfigureTenant;
import io.rollbook.provisioning.tenant.Tenant;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.ScimRequest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET}, {@code PUT} and {@code PATCH} of {@code /tenants/{name or id}/settings}. */
public final class TenantSettingsRoutes implements AdministrationRoute {

    private static final Pattern PATH = Pattern.compile("/tenants/([A-Za-z0-9-]+)/settings");

    private final CommandSender commands;
    private final Places places;
    private final AdministrationJson json;

    public TenantSettingsRoutes(CommandSender commands, Places places, AdministrationJson json) {
        this.commands = commands;
        this.places = places;
        this.json = json;
    }

    /** What can be set. */
    record TenantSettings(Limits limits) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        Matcher path = PATH.matcher(request.path());
        return path.matches()
                ? onSettings(request, places.tenant(path.group(1)))
                : Optional.empty();
    }

    private Optional<Outcome<AdministrationAnswer>> onSettings(
            ScimRequest request, Outcome<TenantEntry> tenant) {
        return switch (request.method()) {
            case GET -> Optional.of(tenant.map(t -> answer(t.limits())));
            case PUT -> Optional.of(tenant.flatMap(t -> configure(request, t, true)));
            case PATCH -> Optional.of(tenant.flatMap(t -> configure(request, t, false)));
            case POST, DELETE -> Optional.empty();
        };
    }

    private Outcome<AdministrationAnswer> configure(
            ScimRequest request, TenantEntry tenant, boolean whole) {
        var id = AggregateId.tenant(tenant.id());
        return json.readObject(request.body())
                .flatMap(body -> SettingsBody.readOfTenant(body, whole))
                .flatMap(
                        change ->
                                commands.send(
                                        new ConfigureTenant(id, change),
                                        AdministratorOrigin.of(request, tenant.id())))
                .flatMap(applied -> applied.after().present())
                .map(Tenant.Present::limits)
                .map(TenantSettingsRoutes::answer);
    }

    private static AdministrationAnswer answer(Limits limits) {
        return new AdministrationAnswer(200, new TenantSettings(limits));
    }
}
