package io.rollbook.provisioning.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.event.ConnectionCreated;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.provisioning.connection.event.TokenRevoked;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.Role;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class ConnectionDecisionsTest {

    private static final AggregateId ID = AggregateId.connection("t-1", "c-1");
    private static final TokenIssued ISSUED =
            new TokenIssued("c-1", "k-1", "hash", List.of("audit.read", "scim"), "9xYz", null);
    private static final Connection ENTRA =
            new Connection.None().after(new ConnectionCreated("c-1", "Entra"));

    @Test
    void aConnectionIsCreatedWithItsName() {
        assertThat(new CreateConnection(ID, "Entra").decide(new Connection.None()))
                .isEqualTo(accepted(new ConnectionCreated("c-1", "Entra")));
        assertThat(statusOf(new CreateConnection(ID, "Entra").decide(ENTRA))).isEqualTo(409);
        assertThat(statusOf(new CreateConnection(ID, " ").decide(new Connection.None())))
                .isEqualTo(400);
    }

    @Test
    void aTokenIsIssuedWithItsRolesInOrder() {
        assertThat(issue(Role.SCIM, Role.AUDIT_READ).decide(ENTRA)).isEqualTo(accepted(ISSUED));
    }

    @Test
    void aTokenNeedsAConnectionAndARoleThatIsNotTheAdministrators() {
        assertThat(statusOf(issue(Role.SCIM).decide(new Connection.None()))).isEqualTo(404);
        assertThat(statusOf(issue().decide(ENTRA))).isEqualTo(400);
        assertThat(statusOf(issue(Role.ADMIN).decide(ENTRA))).isEqualTo(400);
    }

    @Test
    void aTokenIsRevokedOnce() {
        var revoke = new RevokeToken(ID, "k-1");
        var issued = ENTRA.after(ISSUED);

        assertThat(revoke.decide(issued)).isEqualTo(accepted(new TokenRevoked("c-1", "k-1")));
        assertThat(statusOf(revoke.decide(issued.after(new TokenRevoked("c-1", "k-1")))))
                .isEqualTo(404);
        assertThat(statusOf(revoke.decide(ENTRA))).isEqualTo(404);
    }

    private static IssueToken issue(Role... roles) {
        return new IssueToken(ID, "k-1", "hash", "9xYz", Set.of(roles), null);
    }

    private static Outcome<List<ConnectionEvent>> accepted(ConnectionEvent event) {
        return Outcome.accepted(List.of(event));
    }

    private static int statusOf(Outcome<List<ConnectionEvent>> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<List<ConnectionEvent>>(var events) ->
                    throw new AssertionError(events);
            case Outcome.Refused<List<ConnectionEvent>>(var error) -> error.status();
        };
    }
}
