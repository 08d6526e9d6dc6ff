package io.rollbook.audit.entry;

import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.client.ClientEvent;
import io.rollbook.contract.tenant.ConnectionConfigured;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.SchemaChanged;
import io.rollbook.contract.tenant.SchemaRegistered;
import io.rollbook.contract.tenant.SchemaRemoved;
import io.rollbook.contract.tenant.TenantCreated;
import io.rollbook.contract.tenant.TenantEvent;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.tenant.TokenRevoked;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events of tenants, connections and tokens mean. A token is part of its connection. */
final class AdministrationMeaning {

    private AdministrationMeaning() {}

    static Meaning of(TenantEvent event) {
        return switch (event) {
            case TenantCreated created ->
                    Meaning.change(
                            Action.CREATE,
                            Target.of("Tenant", created.tenantId()),
                            created.version(),
                            List.of(
                                    new AttributeChange("name", null, created.name()),
                                    new AttributeChange("profile", null, created.profile())));
            case SchemaRegistered schema ->
                    schema(
                            schema.tenantId(),
                            schema.version(),
                            null,
                            schema(schema.resourceType(), schema.required(), schema.schema()));
            case SchemaChanged schema ->
                    schema(
                            schema.tenantId(),
                            schema.version(),
                            null,
                            schema(schema.resourceType(), schema.required(), schema.schema()));
            case SchemaRemoved schema ->
                    schema(
                            schema.tenantId(),
                            schema.version(),
                            Map.of("id", schema.urn(), "resourceType", schema.resourceType()),
                            null);
            case ConnectionCreated created ->
                    Meaning.change(
                            Action.CREATE,
                            connection(created.connectionId()),
                            created.version(),
                            List.of(new AttributeChange("name", null, created.name())));
            case ConnectionConfigured configured ->
                    Meaning.change(
                            Action.UPDATE,
                            connection(configured.connectionId()),
                            configured.version(),
                            List.of(new AttributeChange("settings", null, settings(configured))));
            case TokenIssued issued ->
                    Meaning.change(
                            Action.OTHER,
                            connection(issued.connectionId()),
                            issued.version(),
                            List.of(new AttributeChange("token", null, token(issued))));
            case TokenRevoked revoked ->
                    Meaning.change(
                            Action.OTHER,
                            connection(revoked.connectionId()),
                            revoked.version(),
                            List.of(
                                    new AttributeChange(
                                            "token", Map.of("id", revoked.tokenId()), null)));
            case ClientEvent client -> ClientMeaning.of(client);
        };
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
        var limits = configured.limits();
        var told = configured.notifications();
        var settings = new LinkedHashMap<String, Object>();
        putIfSet(settings, "profile", configured.profile());
        putIfSet(settings, "requestsPerSecond", limits.requestsPerSecond());
        putIfSet(settings, "burst", limits.burst());
        putIfSet(settings, "concurrentRequests", limits.concurrentRequests());
        settings.put("emails", told.emails());
        putIfSet(settings, "webhook", told.webhook());
        putIfSet(settings, "massDeletionThreshold", told.massDeletionThreshold());
        putIfSet(settings, "cycleGapMinutes", told.cycleGapMinutes());
        settings.put("reviveInactive", configured.reviveInactive());
        return settings;
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
