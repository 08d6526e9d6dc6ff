package io.rollbook.provisioning.administration.retention;

import io.rollbook.provisioning.administration.AdministrationAnswer;
import io.rollbook.provisioning.administration.AdministrationJson;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.provisioning.administration.AdministratorOrigin;
import io.rollbook.provisioning.administration.Places;
import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.provisioning.tenant.LiftHold;
import io.rollbook.provisioning.tenant.PlaceHold;
import io.rollbook.provisioning.tenant.SetRetention;
import io.rollbook.provisioning.tenant.TenantCommand;
import io.rollbook.provisioning.tenant.event.Hold;
import io.rollbook.provisioning.tenant.event.Retention;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * {@code GET} and {@code PUT /tenants/{name or id}/retention}, {@code GET} and {@code POST} to its
 * {@code /holds}, {@code DELETE} of one of them.
 */
public final class RetentionRoutes implements AdministrationRoute {

    private static final Pattern RETENTION = Pattern.compile("/tenants/([A-Za-z0-9-]+)/retention");
    private static final Pattern HOLDS = Pattern.compile("/tenants/([A-Za-z0-9-]+)/holds");
    private static final Pattern HOLD = Pattern.compile("/tenants/([A-Za-z0-9-]+)/holds/([^/]+)");

    private final CommandSender commands;
    private final Places places;
    private final Supplier<String> ids;
    private final AdministrationJson json;
    private final Duration grace;
    private final InstantSource clock;

    /**
     * @param grace how long it takes until a log is kept shorter or a lifted hold ends
     */
    public RetentionRoutes(
            CommandSender commands,
            Places places,
            Supplier<String> ids,
            AdministrationJson json,
            Duration grace,
            InstantSource clock) {
        this.commands = commands;
        this.places = places;
        this.ids = ids;
        this.json = json;
        this.grace = grace;
        this.clock = clock;
    }

    /** The body of {@code POST /holds}. */
    record NewHold(@Nullable String reason) {}

    /** The body of {@code GET /holds}. */
    record HoldList(List<Hold> holds) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        var retention = RETENTION.matcher(request.path());
        if (retention.matches()) {
            return ofRetention(request, retention.group(1));
        }
        var holds = HOLDS.matcher(request.path());
        if (holds.matches()) {
            return ofHolds(request, holds.group(1));
        }
        var hold = HOLD.matcher(request.path());
        return hold.matches() && request.method() == ScimMethod.DELETE
                ? Optional.of(lift(request, hold.group(1), hold.group(2)))
                : Optional.empty();
    }

    private Optional<Outcome<AdministrationAnswer>> ofRetention(ScimRequest request, String name) {
        return switch (request.method()) {
            case GET -> Optional.of(places.tenant(name).map(it -> view(it.retention())));
            case PUT ->
                    Optional.of(
                            json.readObject(request.body())
                                    .flatMap(RetentionRoutes::days)
                                    .flatMap(days -> set(request, name, days.orElse(null))));
            case POST, PATCH, DELETE -> Optional.empty();
        };
    }

    private Optional<Outcome<AdministrationAnswer>> ofHolds(ScimRequest request, String name) {
        return switch (request.method()) {
            case GET ->
                    Optional.of(
                            places.tenant(name)
                                    .map(it -> it.retention().holdsAt(clock.instant()))
                                    .map(it -> new AdministrationAnswer(200, new HoldList(it))));
            case POST -> Optional.of(place(request, name));
            case PUT, PATCH, DELETE -> Optional.empty();
        };
    }

    /** For ever must be said, and is not what a forgotten member means. */
    private static Outcome<Optional<Integer>> days(ObjectNode body) {
        var days = body.get("days");
        boolean readable = days != null && (days.isNull() || days.isInt()) && body.size() == 1;
        return readable
                ? Outcome.accepted(days.isNull() ? Optional.empty() : Optional.of(days.asInt()))
                : Outcome.refused(
                        ScimError.badRequest(
                                ScimType.INVALID_VALUE,
                                "The body must have one member, days: a whole number, or null for"
                                        + " ever"));
    }

    private Outcome<AdministrationAnswer> set(
            ScimRequest request, String name, @Nullable Integer days) {
        return send(request, name, id -> new SetRetention(id, days, now(), grace))
                .map(tenant -> view(tenant.retention()));
    }

    private Outcome<AdministrationAnswer> place(ScimRequest request, String name) {
        var holdId = ids.get();
        return json.read(request.body(), NewHold.class)
                .map(body -> body.reason() == null ? "" : body.reason().strip())
                .flatMap(
                        reason ->
                                send(request, name, id -> new PlaceHold(id, holdId, reason, now())))
                .map(tenant -> hold(201, tenant, holdId));
    }

    private Outcome<AdministrationAnswer> lift(ScimRequest request, String name, String holdId) {
        return send(request, name, id -> new LiftHold(id, holdId, now(), grace))
                .map(tenant -> hold(202, tenant, holdId));
    }

    private Outcome<TenantEntry> send(
            ScimRequest request, String name, Function<AggregateId, TenantCommand> command) {
        return places.tenant(name)
                .flatMap(
                        tenant ->
                                commands.send(
                                        command.apply(AggregateId.tenant(tenant.id())),
                                        AdministratorOrigin.of(request, tenant.id())))
                .flatMap(applied -> places.tenant(name));
    }

    private AdministrationAnswer view(Retention retention) {
        return new AdministrationAnswer(200, RetentionView.of(retention, clock.instant()));
    }

    private static AdministrationAnswer hold(int status, TenantEntry tenant, String holdId) {
        var hold =
                tenant.retention().holds().stream()
                        .filter(each -> each.id().equals(holdId))
                        .findFirst()
                        .orElseThrow();
        return new AdministrationAnswer(status, hold);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
