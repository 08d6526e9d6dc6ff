package io.rollbook.contract;

import io.rollbook.contract.attempt.RequestsRefused;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.client.ClientCredentialRemoved;
import io.rollbook.contract.client.ClientRegistered;
import io.rollbook.contract.client.ClientRemoved;
import io.rollbook.contract.client.ClientSecretAdded;
import io.rollbook.contract.client.ClientTrustAdded;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupDeleted;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.GroupUpdated;
import io.rollbook.contract.tenant.ConnectionConfigured;
import io.rollbook.contract.tenant.ConnectionCreated;
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
import io.rollbook.contract.tenant.TenantRestored;
import io.rollbook.contract.tenant.TenantResumed;
import io.rollbook.contract.tenant.TenantSuspended;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.tenant.TokenRevoked;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserDeleted;
import io.rollbook.contract.user.UserReactivated;
import io.rollbook.contract.user.UserUpdated;

import java.util.Arrays;
import java.util.Optional;

/** Every published event type in every revision; {@link #wireName()} is its {@code ce_type}. */
public enum EventType {
    USER_CREATED_1("user.created", 1, UserCreated.class),
    USER_UPDATED_1("user.updated", 1, UserUpdated.class),
    USER_DEACTIVATED_1("user.deactivated", 1, UserDeactivated.class),
    USER_REACTIVATED_1("user.reactivated", 1, UserReactivated.class),
    USER_DELETED_1("user.deleted", 1, UserDeleted.class),
    GROUP_CREATED_1("group.created", 1, GroupCreated.class),
    GROUP_UPDATED_1("group.updated", 1, GroupUpdated.class),
    GROUP_MEMBERSHIP_CHANGED_1("group.membership-changed", 1, GroupMembershipChanged.class),
    GROUP_DELETED_1("group.deleted", 1, GroupDeleted.class),
    TENANT_CREATED_1("tenant.created", 1, TenantCreated.class),
    TENANT_SCHEMA_REGISTERED_1("tenant.schema-registered", 1, SchemaRegistered.class),
    TENANT_SCHEMA_CHANGED_1("tenant.schema-changed", 1, SchemaChanged.class),
    TENANT_SCHEMA_REMOVED_1("tenant.schema-removed", 1, SchemaRemoved.class),
    TENANT_CONFIGURED_1("tenant.configured", 1, TenantConfigured.class),
    TENANT_SUSPENDED_1("tenant.suspended", 1, TenantSuspended.class),
    TENANT_RESUMED_1("tenant.resumed", 1, TenantResumed.class),
    TENANT_DELETION_SCHEDULED_1("tenant.deletion-scheduled", 1, TenantDeletionScheduled.class),
    TENANT_RESTORED_1("tenant.restored", 1, TenantRestored.class),
    TENANT_DELETED_1("tenant.deleted", 1, TenantDeleted.class),
    TENANT_RETENTION_SET_1("tenant.retention-set", 1, RetentionSet.class),
    TENANT_HOLD_PLACED_1("tenant.hold-placed", 1, HoldPlaced.class),
    TENANT_HOLD_LIFTED_1("tenant.hold-lifted", 1, HoldLifted.class),
    CONNECTION_CREATED_1("connection.created", 1, ConnectionCreated.class),
    CONNECTION_CONFIGURED_1("connection.configured", 1, ConnectionConfigured.class),
    CONNECTION_REMOVED_1("connection.removed", 1, ConnectionRemoved.class),
    TOKEN_ISSUED_1("token.issued", 1, TokenIssued.class),
    TOKEN_REVOKED_1("token.revoked", 1, TokenRevoked.class),
    CLIENT_REGISTERED_1("client.registered", 1, ClientRegistered.class),
    CLIENT_SECRET_ADDED_1("client.secret-added", 1, ClientSecretAdded.class),
    CLIENT_TRUST_ADDED_1("client.trust-added", 1, ClientTrustAdded.class),
    CLIENT_CREDENTIAL_REMOVED_1("client.credential-removed", 1, ClientCredentialRemoved.class),
    CLIENT_REMOVED_1("client.removed", 1, ClientRemoved.class),
    WRITE_REFUSED_1("write.refused", 1, WriteRefused.class),
    WRITE_SKIPPED_1("write.skipped", 1, WriteSkipped.class),
    REQUESTS_REFUSED_1("requests.refused", 1, RequestsRefused.class);

    private static final String PREFIX = "io.rollbook.";

    private final String eventName;
    private final int revision;
    private final Class<? extends PublishedEvent> payload;

    EventType(String eventName, int revision, Class<? extends PublishedEvent> payload) {
        this.eventName = eventName;
        this.revision = revision;
        this.payload = payload;
    }

    /** For example {@code io.rollbook.user.created.v1}. */
    public String wireName() {
        return PREFIX + eventName + ".v" + revision;
    }

    /** For example {@code user.created}. */
    public String eventName() {
        return eventName;
    }

    /** The {@code $id} of the payload's JSON Schema, and its {@code ce_dataschema}. */
    public String schemaId() {
        return "urn:rollbook:event:" + eventName + ":" + revision;
    }

    public int revision() {
        return revision;
    }

    public Class<? extends PublishedEvent> payload() {
        return payload;
    }

    /** The topic that this type travels on. */
    public String topic() {
        return AttemptEvent.class.isAssignableFrom(payload) ? Topics.ATTEMPTS : Topics.DIRECTORY;
    }

    /**
     * Empty for a type that this version of the contract does not know: consumers pass over it,
     * though they count its number.
     */
    public static Optional<EventType> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(type -> type.wireName().equals(wireName)).findFirst();
    }
}
