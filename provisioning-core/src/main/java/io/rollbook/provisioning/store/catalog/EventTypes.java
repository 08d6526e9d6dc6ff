package io.rollbook.provisioning.store.catalog;

import io.rollbook.provisioning.attempt.RequestsRefused;
import io.rollbook.provisioning.attempt.WriteRefused;
import io.rollbook.provisioning.attempt.WriteSkipped;
import io.rollbook.provisioning.connection.event.ClientCredentialRemoved;
import io.rollbook.provisioning.connection.event.ClientRegistered;
import io.rollbook.provisioning.connection.event.ClientRemoved;
import io.rollbook.provisioning.connection.event.ClientSecretAdded;
import io.rollbook.provisioning.connection.event.ClientTrustAdded;
import io.rollbook.provisioning.connection.event.ConnectionConfigured;
import io.rollbook.provisioning.connection.event.ConnectionCreated;
import io.rollbook.provisioning.connection.event.ConnectionRemoved;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.provisioning.connection.event.TokenRevoked;
import io.rollbook.provisioning.group.event.GroupCreated;
import io.rollbook.provisioning.group.event.GroupDeleted;
import io.rollbook.provisioning.group.event.GroupMembershipChanged;
import io.rollbook.provisioning.group.event.GroupUpdated;
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
import io.rollbook.provisioning.tenant.event.TenantRestored;
import io.rollbook.provisioning.tenant.event.TenantResumed;
import io.rollbook.provisioning.tenant.event.TenantSuspended;
import io.rollbook.provisioning.user.event.UserCreated;
import io.rollbook.provisioning.user.event.UserDeactivated;
import io.rollbook.provisioning.user.event.UserDeleted;
import io.rollbook.provisioning.user.event.UserReactivated;
import io.rollbook.provisioning.user.event.UserUpdated;

import java.util.List;

/** Every event by its name in the store. Golden files hold each revision of each to its form. */
public final class EventTypes {

    public static final List<StoredType> ALL =
            List.of(
                    new StoredType("user.created", 1, UserCreated.class),
                    new StoredType("user.updated", 1, UserUpdated.class),
                    new StoredType("user.deactivated", 1, UserDeactivated.class),
                    new StoredType("user.reactivated", 1, UserReactivated.class),
                    new StoredType("user.deleted", 1, UserDeleted.class),
                    new StoredType("group.created", 1, GroupCreated.class),
                    new StoredType("group.updated", 1, GroupUpdated.class),
                    new StoredType("group.membership-changed", 1, GroupMembershipChanged.class),
                    new StoredType("group.deleted", 1, GroupDeleted.class),
                    new StoredType("tenant.created", 1, TenantCreated.class),
                    new StoredType("tenant.configured", 1, TenantConfigured.class),
                    new StoredType("tenant.suspended", 1, TenantSuspended.class),
                    new StoredType("tenant.resumed", 1, TenantResumed.class),
                    new StoredType("tenant.deletion-scheduled", 1, TenantDeletionScheduled.class),
                    new StoredType("tenant.restored", 1, TenantRestored.class),
                    new StoredType("tenant.deleted", 1, TenantDeleted.class),
                    new StoredType("tenant.retention-set", 1, RetentionSet.class),
                    new StoredType("tenant.hold-placed", 1, HoldPlaced.class),
                    new StoredType("tenant.hold-lifted", 1, HoldLifted.class),
                    new StoredType("tenant.schema-registered", 1, SchemaRegistered.class),
                    new StoredType("tenant.schema-changed", 1, SchemaChanged.class),
                    new StoredType("tenant.schema-removed", 1, SchemaRemoved.class),
                    new StoredType("connection.created", 1, ConnectionCreated.class),
                    new StoredType("connection.configured", 1, ConnectionConfigured.class),
                    new StoredType("connection.removed", 1, ConnectionRemoved.class),
                    new StoredType("token.issued", 1, TokenIssued.class),
                    new StoredType("token.revoked", 1, TokenRevoked.class),
                    new StoredType("client.registered", 1, ClientRegistered.class),
                    new StoredType("client.secret-added", 1, ClientSecretAdded.class),
                    new StoredType("client.trust-added", 1, ClientTrustAdded.class),
                    new StoredType("client.credential-removed", 1, ClientCredentialRemoved.class),
                    new StoredType("client.removed", 1, ClientRemoved.class),
                    new StoredType("write.refused", 1, WriteRefused.class),
                    new StoredType("write.skipped", 1, WriteSkipped.class),
                    new StoredType("requests.refused", 1, RequestsRefused.class));

    /** One for each step from an older revision to the next. */
    public static final List<Upcaster> UPCASTERS = List.of();

    private EventTypes() {}
}
