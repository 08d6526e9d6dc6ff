package io.rollbook.provisioning.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.event.ConnectionCreated;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.connection.event.ConnectionRemoved;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.provisioning.connection.event.TokenRevoked;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.Role;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

class ConnectionDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final AggregateId ID = AggregateId.connection("t-1", "c-1");
    private static final TokenIssued ISSUED =
            new TokenIssued(
                    "c-1", "k-1", "hash", List.of("audit.export", "audit.read"), "9xYz", null);
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
        assertThat(issue(Role.AUDIT_READ, Role.AUDIT_EXPORT).decide(ENTRA))
                .isEqualTo(accepted(ISSUED));
    }

    @Test
    void aTokenNeedsAConnectionAndARole() {
        assertThat(statusOf(issue(Role.SCIM).decide(new Connection.None()))).isEqualTo(404);
        assertThat(statusOf(issue().decide(ENTRA))).isEqualTo(400);
    }

    @Test
    void nobodyReadsTheLogWithATokenThatProvisionsOrAdministers() {
        assertThat(statusOf(issue(Role.SCIM, Role.AUDIT_READ).decide(ENTRA))).isEqualTo(400);
        assertThat(statusOf(issue(Role.ADMIN, Role.AUDIT_EXPORT).decide(ENTRA))).isEqualTo(400);
        assertThat(statusOf(issue(Role.ADMIN, Role.SCIM).decide(ENTRA))).isEqualTo(400);
        assertThat(issue(Role.ADMIN).decide(ENTRA)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aTokenEndsInTheFutureOrNever() {
        assertThat(until(NOW.plusSeconds(1)).decide(ENTRA)).isInstanceOf(Outcome.Accepted.class);
        assertThat(statusOf(until(NOW).decide(ENTRA))).isEqualTo(400);
        assertThat(statusOf(until(NOW.plus(Duration.ofDays(3_661))).decide(ENTRA))).isEqualTo(400);
    }

    @Test
    void aHundredTokensMayLiveAtOnceAndExpiredOnesDoNotCount() {
        var full = withTokens(IssueToken.MOST_ALIVE, NOW.plusSeconds(1));
        var expired = withTokens(IssueToken.MOST_ALIVE, NOW);

        assertThat(statusOf(issue(Role.SCIM).decide(full))).isEqualTo(409);
        assertThat(issue(Role.SCIM).decide(expired)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aRemovedConnectionIsNoMore() {
        var remove = new RemoveConnection(ID);

        assertThat(remove.decide(ENTRA)).isEqualTo(accepted(new ConnectionRemoved("c-1")));
        assertThat(statusOf(remove.decide(ENTRA.after(new ConnectionRemoved("c-1")))))
                .isEqualTo(404);
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
        return new IssueToken(ID, "k-1", "hash", "9xYz", Set.of(roles), null, NOW);
    }

    private static IssueToken until(Instant end) {
        return new IssueToken(ID, "k-1", "hash", "9xYz", Set.of(Role.SCIM), end, NOW);
    }

    private static Connection withTokens(int count, Instant end) {
        var connection = ENTRA;
        for (int i = 0; i < count; i++) {
            connection =
                    connection.after(
                            new TokenIssued("c-1", "k" + i, "h" + i, List.of("scim"), "x", end));
        }
        return connection;
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
