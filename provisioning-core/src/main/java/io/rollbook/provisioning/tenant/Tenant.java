package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.limit.Limits;
import io.rollbook.provisioning.tenant.event.HoldLifted;
import io.rollbook.provisioning.tenant.event.HoldPlaced;
import io.rollbook.provisioning.tenant.event.Retention;
import io.rollbook.provisioning.tenant.event.RetentionSet;
import io.rollbook.provisioning.tenant.event.SchemaChanged;
import io.rollbook.provisioning.tenant.event.SchemaRegistered;
import io.rollbook.provisioning.tenant.event.SchemaRemoved;
import io.rollbook.provisioning.tenant.event.Standing;
import io.rollbook.provisioning.tenant.event.TenantConfigured;
import io.rollbook.provisioning.tenant.event.TenantCreated;
import io.rollbook.provisioning.tenant.event.TenantDeleted;
import io.rollbook.provisioning.tenant.event.TenantDeletionScheduled;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.provisioning.tenant.event.TenantRestored;
import io.rollbook.provisioning.tenant.event.TenantResumed;
import io.rollbook.provisioning.tenant.event.TenantSuspended;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.extension.TenantExtension;
import io.rollbook.scim.extension.TenantExtensions;
import io.rollbook.scim.seam.Profile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/** A tenant as its events tell. */
public sealed interface Tenant {

    /** Not created yet, or deleted for good. */
    record None() implements Tenant {}

    /**
     * @param extensions the schemas that it has beside the standard ones
     * @param limits of all its connections together
     */
    record Present(
            String id,
            String name,
            Profile profile,
            TenantExtensions extensions,
            Standing standing,
            Limits limits,
            Retention retention)
            implements Tenant {

        private Present with(TenantExtensions changed) {
            return new Present(id, name, profile, changed, standing, limits, retention);
        }

        private Present with(Standing changed) {
            return new Present(id, name, profile, extensions, changed, limits, retention);
        }

        private Present with(Limits changed) {
            return new Present(id, name, profile, extensions, standing, changed, retention);
        }

        private Present with(Retention changed) {
            return new Present(id, name, profile, extensions, standing, limits, changed);
        }
    }

    /** The tenant when there is one, 404 when not. */
    default Outcome<Present> present() {
        return switch (this) {
            case Present present -> Outcome.accepted(present);
            case None() -> Outcome.refused(ScimError.notFound("There is no such tenant"));
        };
    }

    /** As {@link #present()}, and 409 when its deletion has begun. */
    default Outcome<Present> staying() {
        return present()
                .flatMap(
                        present ->
                                present.standing().isLeaving()
                                        ? Outcome.refused(
                                                ScimError.of(
                                                        409,
                                                        "The tenant is going to be deleted;"
                                                                + " restore it first"))
                                        : Outcome.accepted(present));
    }

    default Tenant after(TenantEvent event) {
        return switch (event) {
            case TenantCreated(var id, var name, var profile) ->
                    new Present(
                            id,
                            name,
                            Profile.valueOf(profile.toUpperCase(Locale.ROOT)),
                            TenantExtensions.NONE,
                            Standing.GOOD,
                            Limits.DEFAULT,
                            Retention.FOR_EVER);
            case TenantConfigured(var id, var limits) -> requirePresent().with(limits);
            case TenantSuspended(var id) -> suspended(true);
            case TenantResumed(var id) -> suspended(false);
            case TenantDeletionScheduled(var id, var endsAt) -> leaving(endsAt);
            case TenantRestored(var id) -> leaving(null);
            case TenantDeleted(var id) -> new None();
            case RetentionSet set -> keeping(retention().with(set));
            case HoldPlaced placed -> keeping(retention().with(placed));
            case HoldLifted lifted -> keeping(retention().with(lifted));
            case SchemaRegistered(var id, var urn, var type, var required, var schema) ->
                    with(TenantExtension.of(type, required, schema));
            case SchemaChanged(var id, var urn, var type, var required, var schema) ->
                    with(TenantExtension.of(type, required, schema));
            case SchemaRemoved(var id, var urn, var type) -> {
                var present = requirePresent();
                yield present.with(present.extensions().without(urn));
            }
        };
    }

    private Tenant suspended(boolean suspended) {
        var present = requirePresent();
        return present.with(new Standing(suspended, present.standing().deletionEndsAt()));
    }

    private Tenant leaving(@Nullable Instant endsAt) {
        var present = requirePresent();
        return present.with(new Standing(present.standing().suspended(), endsAt));
    }

    private Retention retention() {
        return requirePresent().retention();
    }

    private Tenant keeping(Retention retention) {
        return requirePresent().with(retention);
    }

    private Tenant with(TenantExtension extension) {
        var present = requirePresent();
        return present.with(present.extensions().with(extension));
    }

    private Present requirePresent() {
        return switch (this) {
            case Present present -> present;
            case None() -> throw new IllegalStateException("An event before the creation");
        };
    }
}
