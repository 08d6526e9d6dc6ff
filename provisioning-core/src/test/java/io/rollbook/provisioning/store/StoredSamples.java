package io.rollbook.provisioning.store;

import io.rollbook.provisioning.attempt.Attempt;
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
import io.rollbook.provisioning.connection.event.ConnectionSettings;
import io.rollbook.provisioning.connection.event.Notifications;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.provisioning.connection.event.TokenRevoked;
import io.rollbook.provisioning.group.event.GroupCreated;
import io.rollbook.provisioning.group.event.GroupDeleted;
import io.rollbook.provisioning.group.event.GroupMembershipChanged;
import io.rollbook.provisioning.group.event.GroupUpdated;
import io.rollbook.provisioning.group.event.Member;
import io.rollbook.provisioning.group.event.MemberType;
import io.rollbook.provisioning.limit.Limits;
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
import io.rollbook.scim.change.Change;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Decimal;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Whole;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One of every event, each optional part there once. */
final class StoredSamples {

    private static final String USER = "0198c5a0-3c6e-7b55-9d0a-5d9c52b6b7aa";
    private static final String GROUP = "0198c5a0-7a10-7c41-8f3e-2b8de1a90c11";
    private static final String CONNECTION = "0198c59f-11d0-7e02-b6a4-9f1d2c3b4a55";
    private static final String TOKEN = "0198c59f-11d0-7e02-b6a4-9f1d2c3b4a56";
    private static final String CLIENT = "0198c59f-11d0-7e02-b6a4-9f1d2c3b4a57";
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final String EXTRA = "urn:example:extra";

    static final List<Object> ALL =
            List.of(
                    new UserCreated(USER, user()),
                    new UserUpdated(
                            USER,
                            List.of(
                                    new Change("title", null, new Text("Analyst")),
                                    new Change("nickName", new Text("Mi"), null),
                                    new Change(
                                            "emails",
                                            emails("a@x.example"),
                                            emails("b@x.example")))),
                    new UserDeactivated(USER),
                    new UserReactivated(USER),
                    new UserDeleted(USER),
                    new GroupCreated(
                            GROUP,
                            Complex.of(
                                    "displayName", new Text("Chess"),
                                    "externalId", new Text("e-7"))),
                    new GroupUpdated(
                            GROUP,
                            List.of(new Change("displayName", new Text("Chess"), new Text("Go")))),
                    new GroupMembershipChanged(
                            GROUP,
                            List.of(
                                    new Member(USER, MemberType.USER),
                                    new Member(GROUP, MemberType.GROUP)),
                            List.of(CONNECTION)),
                    new GroupDeleted(GROUP),
                    new TenantCreated(CONNECTION, "contoso", "entra"),
                    new TenantConfigured(
                            CONNECTION, new Limits(300, 600, 64, 524_288, 100, 50, 5_000, 200, 8)),
                    new TenantSuspended(CONNECTION),
                    new TenantResumed(CONNECTION),
                    new TenantRestored(CONNECTION),
                    new TenantDeleted(CONNECTION),
                    new TenantDeletionScheduled(CONNECTION, Instant.parse("2026-12-23T00:00:00Z")),
                    new RetentionSet(CONNECTION, 365, 730, Instant.parse("2026-12-23T00:00:00Z")),
                    new HoldPlaced(CONNECTION, TOKEN, "Dispute 2026/17"),
                    new HoldLifted(CONNECTION, TOKEN, Instant.parse("2026-12-23T00:00:00Z")),
                    new SchemaRegistered(CONNECTION, EXTRA, "User", true, schema()),
                    new SchemaChanged(CONNECTION, EXTRA, "User", false, schema()),
                    new SchemaRemoved(CONNECTION, EXTRA, "User"),
                    new ConnectionCreated(CONNECTION, "default"),
                    new ConnectionConfigured(CONNECTION, settings()),
                    new ConnectionRemoved(CONNECTION),
                    new TokenIssued(
                            CONNECTION,
                            TOKEN,
                            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                            List.of("scim", "audit.read"),
                            "x7Qz",
                            Instant.parse("2027-11-23T00:00:00Z")),
                    new TokenRevoked(CONNECTION, TOKEN),
                    new ClientRegistered(CONNECTION, CLIENT, List.of("scim")),
                    new ClientSecretAdded(
                            CONNECTION,
                            CLIENT,
                            TOKEN,
                            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                            "t4Kw",
                            Instant.parse("2028-11-23T00:00:00Z")),
                    new ClientTrustAdded(
                            CONNECTION,
                            CLIENT,
                            TOKEN,
                            "https://issuer.example/v2.0",
                            "subject-1",
                            "api://audience-1",
                            "https://issuer.example/keys"),
                    new ClientCredentialRemoved(CONNECTION, CLIENT, TOKEN),
                    new ClientRemoved(CONNECTION, CLIENT),
                    new WriteRefused(
                            new Attempt("PATCH", "User", USER, "e-1", "mia"),
                            400,
                            "invalidPath",
                            "There is no attribute nickname2",
                            null),
                    new WriteSkipped(new Attempt("PUT", "Group", GROUP, null, null)),
                    new RequestsRefused(
                            null,
                            "203.0.113.7",
                            1,
                            401,
                            40,
                            3,
                            Map.of("throttled", 40L),
                            Instant.parse("2026-11-23T10:10:30Z"),
                            Instant.parse("2026-11-23T10:15:30Z")));

    private StoredSamples() {}

    private static Complex user() {
        return Complex.builder()
                .put("userName", new Text("mia@contoso.example"))
                .put("active", Bool.TRUE)
                .put("emails", emails("mia@contoso.example"))
                .put(
                        ENTERPRISE,
                        Complex.of(
                                "employeeNumber",
                                new Text("701984"),
                                "manager",
                                Complex.of("value", new Text(GROUP))))
                .put(EXTRA, Complex.of("level", new Whole(7), "rate", rate()))
                .build();
    }

    private static Complex schema() {
        return Complex.builder()
                .put("id", new Text(EXTRA))
                .put("name", new Text("Extra"))
                .put(
                        "attributes",
                        Many.of(Complex.of("name", new Text("level"), "type", new Text("integer"))))
                .build();
    }

    private static ConnectionSettings settings() {
        return new ConnectionSettings(
                "rfc",
                new Limits(100, 200, 20),
                new Notifications(
                        List.of("identity@contoso.example"),
                        "https://hooks.contoso.example/rollbook",
                        500,
                        20),
                true);
    }

    private static Decimal rate() {
        return new Decimal(new BigDecimal("0.75"));
    }

    private static Many emails(String value) {
        return new Many(
                List.of(
                        Complex.of("type", new Text("work"), "value", new Text(value))
                                .with("primary", Bool.TRUE)));
    }
}
