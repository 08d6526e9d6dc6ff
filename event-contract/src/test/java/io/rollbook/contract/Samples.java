package io.rollbook.contract;

import io.rollbook.contract.attempt.Attempt;
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
import io.rollbook.contract.group.Member;
import io.rollbook.contract.tenant.ConnectionConfigured;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.ConnectionLimits;
import io.rollbook.contract.tenant.ConnectionNotifications;
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

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of the golden files as objects, one per type and revision. */
final class Samples {

    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String CONTOSO = "urn:ietf:params:scim:schemas:extension:Contoso:2.0:User";
    private static final Map<String, Object> BADGE =
            attribute("badge", "string", "The number on the door card.");
    private static final Map<String, Object> FLOOR =
            attribute("floor", "integer", "Where the desk is.");
    private static final String TENANT = "0198c59e-0001-7000-8000-000000000001";
    private static final String MIA = "0198c5a0-3c6e-7b55-9d0a-5d9c52b6b7aa";
    private static final String MANAGER = "0198c5a0-4d7f-7c66-8e1b-6ead63c7c8bb";
    private static final String RISK = "0198c5a0-7a10-7c41-8f3e-2b8de1a90c11";
    private static final String SUBGROUP = "0198c5a0-9999-7c41-8f3e-2b8de1a90c99";
    private static final String CONNECTION = "0198c59f-11d0-7e02-b6a4-9f1d2c3b4a55";
    private static final String TOKEN = "0198c59f-11d0-7e02-b6a4-9f1d2c3b4a56";
    private static final String CLIENT = "0198c5a2-0001-7e02-b6a4-9f1d2c3b4a57";
    private static final String SECRET = "0198c5a2-0002-7e02-b6a4-9f1d2c3b4a58";
    private static final String HOLD = "0198c5a3-0001-7e02-b6a4-9f1d2c3b4a59";
    private static final String DELETION = "0198c5a1-5555-7aaa-8bbb-0000000000e5";

    private Samples() {}

    static PublishedEvent of(EventType type) {
        return switch (type) {
            case USER_CREATED_1 -> userCreated();
            case USER_UPDATED_1 -> userUpdated();
            case USER_DEACTIVATED_1 -> new UserDeactivated(MIA, 3, request("3", 0));
            case USER_REACTIVATED_1 -> new UserReactivated(MIA, 4, request("4", 0));
            case USER_DELETED_1 -> new UserDeleted(MIA, 5, request("5", 0));
            case GROUP_CREATED_1 -> groupCreated();
            case GROUP_UPDATED_1 -> groupUpdated();
            case GROUP_MEMBERSHIP_CHANGED_1 -> membershipChanged();
            case GROUP_DELETED_1 -> new GroupDeleted(RISK, 5, request("8", 0));
            case TENANT_SCHEMA_REGISTERED_1 -> schemaRegistered();
            case TENANT_SCHEMA_CHANGED_1 -> schemaChanged();
            case TENANT_SCHEMA_REMOVED_1 ->
                    new SchemaRemoved(TENANT, 4, CONTOSO, "User", administration("0"));
            case TENANT_CREATED_1 ->
                    new TenantCreated(TENANT, 1, "contoso", "entra", administration("9"));
            case CONNECTION_CREATED_1 ->
                    new ConnectionCreated(CONNECTION, 1, "entra-prod", administration("a"));
            case CONNECTION_CONFIGURED_1 -> connectionConfigured();
            case TENANT_CONFIGURED_1 -> tenantConfigured();
            case TENANT_SUSPENDED_1 -> new TenantSuspended(TENANT, 5, administration("1"));
            case TENANT_RESUMED_1 -> new TenantResumed(TENANT, 6, administration("2"));
            case TENANT_DELETION_SCHEDULED_1 -> deletionScheduled();
            case TENANT_RESTORED_1 -> new TenantRestored(TENANT, 8, administration("4"));
            case TENANT_DELETED_1 -> new TenantDeleted(TENANT, 9, system("5"));
            case TENANT_RETENTION_SET_1 ->
                    new RetentionSet(
                            TENANT,
                            10,
                            365,
                            null,
                            received().plusSeconds(604_800),
                            administration("6"));
            case TENANT_HOLD_PLACED_1 ->
                    new HoldPlaced(TENANT, 11, HOLD, "Dispute 2026/17", administration("7"));
            case TENANT_HOLD_LIFTED_1 ->
                    new HoldLifted(
                            TENANT, 12, HOLD, received().plusSeconds(604_800), administration("8"));
            case CONNECTION_REMOVED_1 -> new ConnectionRemoved(CONNECTION, 4, administration("6"));
            case TOKEN_ISSUED_1 -> tokenIssued();
            case TOKEN_REVOKED_1 -> new TokenRevoked(CONNECTION, 3, TOKEN, administration("b"));
            case CLIENT_REGISTERED_1 ->
                    new ClientRegistered(
                            CONNECTION, 4, CLIENT, List.of("scim"), administration("0"));
            case CLIENT_SECRET_ADDED_1 -> secretAdded();
            case CLIENT_TRUST_ADDED_1 -> trustAdded();
            case CLIENT_CREDENTIAL_REMOVED_1 ->
                    new ClientCredentialRemoved(CONNECTION, 7, CLIENT, SECRET, administration("3"));
            case CLIENT_REMOVED_1 -> new ClientRemoved(CONNECTION, 8, CLIENT, administration("4"));
            case WRITE_REFUSED_1 -> writeRefused();
            case WRITE_SKIPPED_1 ->
                    new WriteSkipped(
                            new Attempt("PATCH", "User", MIA, null, null), request("d", 0));
            case REQUESTS_REFUSED_1 -> requestsRefused();
        };
    }

    private static TenantConfigured tenantConfigured() {
        var limits = new ConnectionLimits(300, 600, 64, 524_288, 100, 50, 5_000, 200, 8);
        return new TenantConfigured(TENANT, 10, limits, administration("7"));
    }

    private static UserCreated userCreated() {
        var enterprise = ordered("department", "Finance", "manager", Map.of("value", MANAGER));
        var attributes =
                ordered(
                        "userName",
                        "mia.okoro@contoso.example",
                        "externalId",
                        "b3d0c7de-6a0f-4c1e-9d41-0c1b7a523c6e",
                        "displayName",
                        "Mia Okoro",
                        "name",
                        ordered("givenName", "Mia", "familyName", "Okoro"),
                        "active",
                        true,
                        "emails",
                        List.of(email("mia.okoro@contoso.example")),
                        ENTERPRISE,
                        enterprise);
        return new UserCreated(MIA, 1, attributes, request("1", 0));
    }

    private static UserUpdated userUpdated() {
        var changes =
                List.of(
                        new AttributeChange("title", null, "Analyst"),
                        new AttributeChange("name.familyName", "Okoro", "Okoro-Lind"),
                        new AttributeChange(
                                "emails",
                                List.of(email("mia.okoro@contoso.example")),
                                List.of(email("mia.okoro-lind@contoso.example"))),
                        new AttributeChange(ENTERPRISE + ":manager.value", MANAGER, null));
        return new UserUpdated(MIA, 2, changes, request("2", 3));
    }

    private static Map<String, Object> schema(List<Map<String, Object>> attributes) {
        return ordered(
                "schemas",
                List.of("urn:ietf:params:scim:schemas:core:2.0:Schema"),
                "id",
                CONTOSO,
                "name",
                "Contoso",
                "description",
                "What Contoso keeps of a person.",
                "attributes",
                attributes);
    }

    private static Map<String, Object> attribute(String name, String type, String description) {
        return ordered(
                "name",
                name,
                "type",
                type,
                "multiValued",
                false,
                "description",
                description,
                "required",
                false,
                "caseExact",
                false,
                "mutability",
                "readWrite",
                "returned",
                "default",
                "uniqueness",
                "none");
    }

    private static GroupCreated groupCreated() {
        var attributes =
                ordered(
                        "displayName",
                        "Risk Team",
                        "externalId",
                        "5f9b2c1d-0d5e-4f60-a1b2-c3d4e5f60718");
        return new GroupCreated(RISK, 1, attributes, request("6", 0));
    }

    private static GroupUpdated groupUpdated() {
        var rename = new AttributeChange("displayName", "Risk Team", "Risk and Compliance");
        return new GroupUpdated(RISK, 3, List.of(rename), request("7", 0));
    }

    private static GroupMembershipChanged membershipChanged() {
        var reaction =
                new Cause(
                        requestId("5"),
                        0,
                        new Actor(ActorKind.SYSTEM, "leave-groups", null),
                        received(),
                        DELETION);
        return new GroupMembershipChanged(
                RISK,
                4,
                List.of(new Member(MANAGER, "User"), new Member(SUBGROUP, "Group")),
                List.of(MIA),
                reaction);
    }

    private static SchemaRegistered schemaRegistered() {
        return new SchemaRegistered(
                TENANT, 2, CONTOSO, "User", false, schema(List.of(BADGE)), administration("e"));
    }

    private static SchemaChanged schemaChanged() {
        return new SchemaChanged(
                TENANT,
                3,
                CONTOSO,
                "User",
                false,
                schema(List.of(BADGE, FLOOR)),
                administration("f"));
    }

    private static TenantDeletionScheduled deletionScheduled() {
        return new TenantDeletionScheduled(
                TENANT, 7, Instant.parse("2026-12-23T10:15:30.120Z"), administration("3"));
    }

    private static ConnectionConfigured connectionConfigured() {
        return new ConnectionConfigured(
                CONNECTION,
                2,
                "rfc",
                new ConnectionLimits(100, 200, null),
                new ConnectionNotifications(
                        List.of("identity@contoso.example"),
                        "https://hooks.contoso.example/rollbook",
                        500,
                        20),
                true,
                administration("e"));
    }

    private static TokenIssued tokenIssued() {
        return new TokenIssued(
                CONNECTION,
                2,
                TOKEN,
                List.of("scim"),
                "x7Qa",
                Instant.parse("2027-11-23T00:00:00Z"),
                administration("a"));
    }

    private static ClientSecretAdded secretAdded() {
        return new ClientSecretAdded(
                CONNECTION,
                5,
                CLIENT,
                SECRET,
                "t4Kw",
                Instant.parse("2028-11-23T00:00:00Z"),
                administration("1"));
    }

    private static ClientTrustAdded trustAdded() {
        return new ClientTrustAdded(
                CONNECTION,
                6,
                CLIENT,
                "0198c5a2-0003-7e02-b6a4-9f1d2c3b4a59",
                "https://login.microsoftonline.com/0198c5a2-aaaa-4e02-b6a4-9f1d2c3b4a60/v2.0",
                "0198c5a2-bbbb-4e02-b6a4-9f1d2c3b4a61",
                "api://0198c5a2-cccc-4e02-b6a4-9f1d2c3b4a62",
                null,
                administration("2"));
    }

    private static WriteRefused writeRefused() {
        var attempt =
                new Attempt(
                        "POST",
                        "User",
                        null,
                        "c4e1d8ef-7b10-4d2f-8e52-1d2c8b634d7f",
                        "mia.okoro@contoso.example");
        return new WriteRefused(
                attempt,
                409,
                "uniqueness",
                "A user with this userName exists already.",
                request("c", 0));
    }

    private static RequestsRefused requestsRefused() {
        var connection = new Actor(ActorKind.CONNECTION, CONNECTION, null);
        return new RequestsRefused(
                CONNECTION,
                null,
                1,
                429,
                1840,
                1500,
                Map.of("connection-rate", 1840L),
                received().minusSeconds(300),
                received(),
                new Cause(requestId("e"), 0, connection, received(), null));
    }

    private static Cause request(String digit, int operation) {
        var actor = new Actor(ActorKind.CONNECTION, CONNECTION, TOKEN);
        return new Cause(requestId(digit), operation, actor, received(), null);
    }

    private static Cause administration(String digit) {
        var actor = new Actor(ActorKind.ADMINISTRATOR, "admin", null);
        return new Cause(requestId(digit), 0, actor, received(), null);
    }

    private static Cause system(String digit) {
        var actor = new Actor(ActorKind.SYSTEM, "tenant-deletion", null);
        return new Cause(requestId(digit), 0, actor, received(), null);
    }

    private static String requestId(String digit) {
        return "0198c5a1-0000-7aaa-8bbb-00000000000" + digit;
    }

    private static Instant received() {
        return Instant.parse("2026-11-23T10:15:30.120Z");
    }

    private static Map<String, Object> email(String value) {
        return ordered("type", "work", "value", value, "primary", true);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
