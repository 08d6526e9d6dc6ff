package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.tenant.CreateTenant;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /tenants} and {@code GET /tenants}. */
public final class TenantRoutes implements AdministrationRoute {

    private static final Map<String, Profile> PROFILES =
            Map.of("entra", Profile.ENTRA, "rfc", Profile.RFC);

    private final CommandSender commands;
    private final Transactions transactions;
    private final TenantRegister tenants;
    private final Supplier<String> ids;
    private final AdministrationJson json;

    public TenantRoutes(
            CommandSender commands,
            Transactions transactions,
            TenantRegister tenants,
            Supplier<String> ids,
            AdministrationJson json) {
        this.commands = commands;
        this.transactions = transactions;
        this.tenants = tenants;
        this.ids = ids;
        this.json = json;
    }

    /** The body of {@code POST /tenants}. */
    record NewTenant(@Nullable String name, @Nullable String profile) {}

    /** A tenant as operators see it. */
    record TenantView(String id, String name, String profile) {

        static TenantView of(TenantEntry entry) {
            return new TenantView(entry.id(), entry.name(), label(entry.profile()));
        }
    }

    /** The body of {@code GET /tenants}. */
    record TenantList(List<TenantView> tenants) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        if (!request.path().equals("/tenants")) {
            return Optional.empty();
        }
        return switch (request.method()) {
            case POST -> Optional.of(create(request));
            case GET -> Optional.of(list());
            case PUT, PATCH, DELETE -> Optional.empty();
        };
    }

    private Outcome<AdministrationAnswer> list() {
        var entries = transactions.acrossTenants(tenants::all);
        return Outcome.accepted(
                new AdministrationAnswer(
                        200, new TenantList(entries.stream().map(TenantView::of).toList())));
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
        var command = new CreateTenant(id, name == null ? "" : name, profile);
        return commands.send(command, AdministratorOrigin.of(request, id.tenantId()))
                .map(
                        created ->
                                new AdministrationAnswer(
                                        201,
                                        new TenantView(id.id(), command.name(), label(profile))));
    }

    private static String label(Profile profile) {
        return switch (profile) {
            case ENTRA -> "entra";
            case RFC -> "rfc";
        };
    }
}
