package io.rollbook.audit.entry;

import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.client.ClientEvent;
import io.rollbook.contract.tenant.ConnectionConfigured;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.ConnectionLimits;
import io.rollbook.contract.tenant.ConnectionRemoved;
import io.rollbook.contract.tenant.HoldLifted;
import io.rollbook.contract.tenant.HoldPlaced;
import io.rollbook.contract.tenant.RetentionSet;
import io.rollbook.contract.tenant.SchemaChanged;
import io.rollbook.contract.tenant.SchemaRegistered;
import io.rollbook.contract.tenant.SchemaRemoved;
import io.rollbook.contract.tenant.TenantConfigured;
import io.rollbook.contract.tenant.TenantCreated;
import io.rollbook.contract.tenant.TenantDeleted;
import io.rollbook.contract.tenant.TenantDeletionScheduled;
import io.rollbook.contract.tenant.TenantEvent;
import io.rollbook.contract.tenant.TenantRestored;
import io.rollbook.contract.tenant.TenantResumed;
import io.rollbook.contract.tenant.TenantSuspended;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.tenant.TokenRevoked;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events of tenants, connections and tokens mean. A token is part of its connection. */
final class AdministrationMeaning {

    private static final String DELETION = "deletion";

    private AdministrationMeaning() {}

    static Meaning of(TenantEvent event) {
        return switch (event) {
            case TenantCreated created -> created(created);
            case TenantConfigured it ->
                    standing(it.tenantId(), it.version(), "limits", null, limits(it.limits()));
            case TenantSuspended it ->
                    standing(it.tenantId(), it.version(), "suspended", false, true);
            case TenantResumed it ->
                    standing(it.tenantId(), it.version(), "suspended", true, false);
            case TenantDeletionScheduled it ->
                    standing(it.tenantId(), it.version(), DELETION, null, it.endsAt().toString());
            case TenantRestored it ->
                    standing(it.tenantId(), it.version(), DELETION, "scheduled", null);
            case TenantDeleted it -> gone(Target.of("Tenant", it.tenantId()), it.version());
            case RetentionSet it -> RetentionMeaning.of(it);
            case HoldPlaced it -> RetentionMeaning.of(it);
            case HoldLifted it -> RetentionMeaning.of(it);
            case SchemaRegistered it ->
                    schema(
                            it.tenantId(),
                            it.version(),
                            null,
                            schema(it.resourceType(), it.required(), it.schema()));
            case SchemaChanged it ->
                    schema(
                            it.tenantId(),
                            it.version(),
                            null,
                            schema(it.resourceType(), it.required(), it.schema()));
            case SchemaRemoved it ->
                    schema(
                            it.tenantId(),
                            it.version(),
                            Map.of("id", it.urn(), "resourceType", it.resourceType()),
                            null);
            case ConnectionCreated it ->
                    Meaning.change(
                            Action.CREATE,
                            connection(it.connectionId()),
                            it.version(),
                            List.of(new AttributeChange("name", null, it.name())));
            case ConnectionConfigured it ->
                    Meaning.change(
                            Action.UPDATE,
                            connection(it.connectionId()),
                            it.version(),
                            List.of(new AttributeChange("settings", null, settings(it))));
            case ConnectionRemoved it -> gone(connection(it.connectionId()), it.version());
            case TokenIssued it -> token(it.connectionId(), it.version(), null, token(it));
            case TokenRevoked it ->
                    token(it.connectionId(), it.version(), Map.of("id", it.tokenId()), null);
            case ClientEvent client -> ClientMeaning.of(client);
        };
    }

    private static Meaning created(TenantCreated created) {
        return Meaning.change(
                Action.CREATE,
                Target.of("Tenant", created.tenantId()),
                created.version(),
                List.of(
                        new AttributeChange("name", null, created.name()),
                        new AttributeChange("profile", null, created.profile())));
    }

    private static Meaning gone(Target target, long version) {
        return Meaning.change(Action.DELETE, target, version, List.of());
    }

    private static Meaning token(
            String connectionId, long version, @Nullable Object before, @Nullable Object after) {
        return Meaning.change(
                Action.OTHER,
                connection(connectionId),
                version,
                List.of(new AttributeChange("token", before, after)));
    }

    private static Meaning standing(
            String tenantId,
            long version,
            String name,
            @Nullable Object before,
            @Nullable Object after) {
        return Meaning.change(
                Action.UPDATE,
                Target.of("Tenant", tenantId),
                version,
                List.of(new AttributeChange(name, before, after)));
    }

    /** A schema is part of its tenant. */
    private static Meaning schema(
            String tenantId, long version, @Nullable Object before, @Nullable Object after) {
        return Meaning.change(
                Action.UPDATE,
                Target.of("Tenant", tenantId),
                version,
                List.of(new AttributeChange("schema", before, after)));
    }

    private static Map<String, Object> schema(
            String resourceType, boolean required, Map<String, Object> document) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("resourceType", resourceType);
        schema.put("required", required);
        schema.put("schema", document);
        return schema;
    }

    /** What is not set is left out. */
    private static Map<String, Object> settings(ConnectionConfigured configured) {
        var told = configured.notifications();
        var settings = new LinkedHashMap<String, Object>();
        putIfSet(settings, "profile", configured.profile());
        settings.putAll(limits(configured.limits()));
        settings.put("emails", told.emails());
        putIfSet(settings, "webhook", told.webhook());
        putIfSet(settings, "massDeletionThreshold", told.massDeletionThreshold());
        putIfSet(settings, "cycleGapMinutes", told.cycleGapMinutes());
        settings.put("reviveInactive", configured.reviveInactive());
        return settings;
    }

    private static Map<String, Object> limits(ConnectionLimits set) {
        var limits = new LinkedHashMap<String, Object>();
        putIfSet(limits, "requestsPerSecond", set.requestsPerSecond());
        putIfSet(limits, "burst", set.burst());
        putIfSet(limits, "concurrentRequests", set.concurrentRequests());
        putIfSet(limits, "bodyBytes", set.bodyBytes());
        putIfSet(limits, "patchOperations", set.patchOperations());
        putIfSet(limits, "bulkOperations", set.bulkOperations());
        putIfSet(limits, "members", set.members());
        putIfSet(limits, "pageSize", set.pageSize());
        putIfSet(limits, "filterDepth", set.filterDepth());
        return limits;
    }

    private static void putIfSet(
            Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    private static Target connection(String id) {
        return Target.of("Connection", id);
    }

    private static Map<String, Object> token(TokenIssued issued) {
        var token = new LinkedHashMap<String, Object>();
        token.put("id", issued.tokenId());
        token.put("roles", issued.roles());
        token.put("lastFour", issued.lastFour());
        if (issued.expiresAt() != null) {
            token.put("expiresAt", issued.expiresAt().toString());
        }
        return token;
    }
}
