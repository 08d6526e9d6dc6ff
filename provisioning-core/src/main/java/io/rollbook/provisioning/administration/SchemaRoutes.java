package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.register.SchemaRegister;
import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.tenant.RegisterSchema;
import io.rollbook.provisioning.tenant.RemoveSchema;
import io.rollbook.provisioning.tenant.Tenant;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.extension.ExtensionReader;
import io.rollbook.scim.extension.TenantExtension;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.Written;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GET /tenants/{name or id}/schemas} and {@code GET}, {@code PUT}, {@code DELETE
 * /tenants/{name or id}/schemas/{urn}}: the schemas that a tenant has beside the standard ones.
 */
public final class SchemaRoutes implements AdministrationRoute {

    private static final Pattern ALL = Pattern.compile("/tenants/([A-Za-z0-9-]+)/schemas");
    private static final Pattern ONE = Pattern.compile("/tenants/([A-Za-z0-9-]+)/schemas/([^/]+)");

    private final CommandSender commands;
    private final Transactions transactions;
    private final TenantRegister tenants;
    private final SchemaRegister schemas;
    private final AdministrationJson json;

    public SchemaRoutes(
            CommandSender commands,
            Transactions transactions,
            TenantRegister tenants,
            SchemaRegister schemas,
            AdministrationJson json) {
        this.commands = commands;
        this.transactions = transactions;
        this.tenants = tenants;
        this.schemas = schemas;
        this.json = json;
    }

    /** The body of {@code PUT}, which is also what {@code GET} shows. */
    record SchemaBody(
            @Nullable String resourceType,
            @Nullable Boolean required,
            @Nullable Map<String, Object> schema) {

        static SchemaBody of(TenantExtension extension) {
            return new SchemaBody(
                    extension.resourceType(), extension.required(), plain(extension.document()));
        }

        @SuppressWarnings("unchecked") // an object becomes a map
        private static Map<String, Object> plain(Complex document) {
            return (Map<String, Object>) Json.toPlain(document);
        }
    }

    /** The body of the list. */
    record SchemaList(List<SchemaBody> schemas) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        Matcher all = ALL.matcher(request.path());
        Matcher one = ONE.matcher(request.path());
        return switch (request.method()) {
            case GET ->
                    all.matches()
                            ? Optional.of(tenant(all).map(this::list))
                            : one.matches()
                                    ? Optional.of(tenant(one).flatMap(t -> show(t, one.group(2))))
                                    : Optional.empty();
            case PUT ->
                    one.matches()
                            ? Optional.of(
                                    tenant(one).flatMap(t -> register(request, t, one.group(2))))
                            : Optional.empty();
            case DELETE ->
                    one.matches()
                            ? Optional.of(
                                    tenant(one).flatMap(t -> remove(request, t, one.group(2))))
                            : Optional.empty();
            case POST, PATCH -> Optional.empty();
        };
    }

    private Outcome<TenantEntry> tenant(Matcher path) {
        return transactions
                .acrossTenants(() -> tenants.find(path.group(1)))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(ScimError.notFound("There is no such tenant")));
    }

    private AdministrationAnswer list(TenantEntry tenant) {
        var bodies = schemas.of(tenant.id()).all().stream().map(SchemaBody::of).toList();
        return new AdministrationAnswer(200, new SchemaList(bodies));
    }

    private Outcome<AdministrationAnswer> show(TenantEntry tenant, String urn) {
        return schemas.of(tenant.id())
                .find(urn)
                .map(found -> Outcome.accepted(new AdministrationAnswer(200, SchemaBody.of(found))))
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        ScimError.notFound(
                                                "The tenant has no such schema of its own")));
    }

    private Outcome<AdministrationAnswer> register(
            ScimRequest request, TenantEntry tenant, String urn) {
        return json.read(request.body(), SchemaBody.class)
                .flatMap(body -> extension(body, urn))
                .flatMap(
                        extension ->
                                commands.send(
                                        new RegisterSchema(
                                                AggregateId.tenant(tenant.id()), extension),
                                        AdministratorOrigin.of(request, tenant.id())))
                .map(applied -> registered(applied, tenant, urn));
    }

    private static Outcome<TenantExtension> extension(SchemaBody body, String urn) {
        var schema = body.schema();
        if (schema == null || !(Json.fromPlain(schema) instanceof Complex document)) {
            return refused("schema: the schema itself is expected (RFC 7643 §7).");
        }
        boolean required = body.required() != null && body.required();
        var type = body.resourceType();
        return ExtensionReader.read(type == null ? "" : type, required, document)
                .flatMap(
                        extension ->
                                extension.urn().equals(urn)
                                        ? Outcome.accepted(extension)
                                        : refused("id: the path names another schema."));
    }

    private AdministrationAnswer registered(
            Applied<Tenant> applied, TenantEntry tenant, String urn) {
        int status = extensionIn(applied.before(), urn).isPresent() ? 200 : 201;
        var body = extensionIn(applied.after(), urn).map(SchemaBody::of).orElseThrow();
        return new AdministrationAnswer(status, body, written(applied, tenant));
    }

    private Outcome<AdministrationAnswer> remove(
            ScimRequest request, TenantEntry tenant, String urn) {
        var command = new RemoveSchema(AggregateId.tenant(tenant.id()), urn);
        return commands.send(command, AdministratorOrigin.of(request, tenant.id()))
                .map(applied -> new AdministrationAnswer(204, null, written(applied, tenant)));
    }

    /** A tenant's catalog goes by the tenant's own id. */
    private static List<Written> written(Applied<Tenant> applied, TenantEntry tenant) {
        return applied.changed() ? List.of(new Written(tenant.id(), applied.version())) : List.of();
    }

    private static Optional<TenantExtension> extensionIn(Tenant tenant, String urn) {
        return switch (tenant) {
            case Tenant.Present present -> present.extensions().find(urn);
            case Tenant.None() -> Optional.empty();
        };
    }

    private static <T> Outcome<T> refused(String detail) {
        return Outcome.refused(ScimError.badRequest(ScimType.INVALID_VALUE, detail));
    }
}
