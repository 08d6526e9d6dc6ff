package io.rollbook.provisioning.publish.contract;

import io.rollbook.contract.Cause;
import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ConnectionConfigured;
import io.rollbook.provisioning.connection.event.ConnectionCreated;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.connection.event.ConnectionRemoved;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.provisioning.connection.event.TokenRevoked;
import io.rollbook.provisioning.tenant.event.HoldLifted;
import io.rollbook.provisioning.tenant.event.HoldPlaced;
import io.rollbook.provisioning.tenant.event.RetentionSet;
import io.rollbook.provisioning.tenant.event.SchemaChanged;
import io.rollbook.provisioning.tenant.event.SchemaRegistered;
import io.rollbook.provisioning.tenant.event.SchemaRemoved;
import io.rollbook.provisioning.tenant.event.TenantConfigured;
import io.rollbook.provisioning.tenant.event.TenantCreated;
import io.rollbook.provisioning.tenant.event.TenantDeleted;
import io.rollbook.provisioning.tenant.event.TenantDeletionScheduled;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.provisioning.tenant.event.TenantRestored;
import io.rollbook.provisioning.tenant.event.TenantResumed;
import io.rollbook.provisioning.tenant.event.TenantSuspended;

/** Tenants', connections' and tokens' events in the contract's terms; no hash leaves the store. */
final class TenantPublications {

    private TenantPublications() {}

    static io.rollbook.contract.tenant.TenantEvent of(
            TenantEvent event, long version, Cause cause) {
        return switch (event) {
            case TenantCreated(var id, var name, var profile) ->
                    new io.rollbook.contract.tenant.TenantCreated(
                            id, version, name, profile, cause);
            case TenantConfigured(var id, var limits) ->
                    new io.rollbook.contract.tenant.TenantConfigured(
                            id, version, ConnectionPublications.limits(limits), cause);
            case TenantSuspended(var id) ->
                    new io.rollbook.contract.tenant.TenantSuspended(id, version, cause);
            case TenantResumed(var id) ->
                    new io.rollbook.contract.tenant.TenantResumed(id, version, cause);
            case TenantDeletionScheduled(var id, var endsAt) ->
                    new io.rollbook.contract.tenant.TenantDeletionScheduled(
                            id, version, endsAt, cause);
            case TenantRestored(var id) ->
                    new io.rollbook.contract.tenant.TenantRestored(id, version, cause);
            case TenantDeleted(var id) ->
                    new io.rollbook.contract.tenant.TenantDeleted(id, version, cause);
            case RetentionSet(var id, var days, var daysBefore, var effectiveAt) ->
                    new io.rollbook.contract.tenant.RetentionSet(
                            id, version, days, daysBefore, effectiveAt, cause);
            case HoldPlaced(var id, var holdId, var reason) ->
                    new io.rollbook.contract.tenant.HoldPlaced(id, version, holdId, reason, cause);
            case HoldLifted(var id, var holdId, var endsAt) ->
                    new io.rollbook.contract.tenant.HoldLifted(id, version, holdId, endsAt, cause);
            case SchemaRegistered(var id, var urn, var type, var required, var schema) ->
                    new io.rollbook.contract.tenant.SchemaRegistered(
                            id, version, urn, type, required, Attributes.of(schema), cause);
            case SchemaChanged(var id, var urn, var type, var required, var schema) ->
                    new io.rollbook.contract.tenant.SchemaChanged(
                            id, version, urn, type, required, Attributes.of(schema), cause);
            case SchemaRemoved(var id, var urn, var type) ->
                    new io.rollbook.contract.tenant.SchemaRemoved(id, version, urn, type, cause);
        };
    }

    static io.rollbook.contract.tenant.TenantEvent of(
            ConnectionEvent event, long version, Cause cause) {
        return switch (event) {
            case ConnectionCreated(var id, var name) ->
                    new io.rollbook.contract.tenant.ConnectionCreated(id, version, name, cause);
            case ConnectionConfigured(var id, var settings) ->
                    ConnectionPublications.configured(id, version, settings, cause);
            case ConnectionRemoved(var id) ->
                    new io.rollbook.contract.tenant.ConnectionRemoved(id, version, cause);
            case TokenIssued token ->
                    new io.rollbook.contract.tenant.TokenIssued(
                            token.connectionId(),
                            version,
                            token.tokenId(),
                            token.roles(),
                            token.lastFour(),
                            token.expiresAt(),
                            cause);
            case TokenRevoked(var id, var tokenId) ->
                    new io.rollbook.contract.tenant.TokenRevoked(id, version, tokenId, cause);
            case ClientEvent client -> ClientPublications.of(client, version, cause);
        };
    }
}
