package io.rollbook.provisioning.connection.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.ClientCommand;
import io.rollbook.provisioning.connection.Clients;
import io.rollbook.provisioning.connection.Connection;
import io.rollbook.provisioning.connection.event.ClientCredentialRemoved;
import io.rollbook.provisioning.connection.event.ClientRegistered;
import io.rollbook.provisioning.connection.event.ClientRemoved;
import io.rollbook.provisioning.connection.event.ClientTrustAdded;
import io.rollbook.provisioning.connection.event.ConnectionCreated;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.Role;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;

class ClientDecisionsTest {

    private static final AggregateId ID = AggregateId.connection("t-1", "c-1");
    private static final Instant END = Instant.parse("2028-01-01T00:00:00Z");
    private static final Connection EMPTY =
            new Connection.None().after(new ConnectionCreated("c-1", "Entra"));
    private static final Connection WITH_CLIENT =
            EMPTY.after(new ClientRegistered("c-1", "o-1", List.of("scim")));

    @Test
    void aClientIsRegisteredOnceAndIsNeverAnAdministrator() {
        var register = new RegisterClient(ID, "o-1", Role.SCIM);

        assertThat(register.decide(EMPTY))
                .isEqualTo(accepted(new ClientRegistered("c-1", "o-1", List.of("scim"))));
        assertThat(statusOf(register, WITH_CLIENT)).isEqualTo(409);
        assertThat(statusOf(register, new Connection.None())).isEqualTo(404);
        assertThat(statusOf(new RegisterClient(ID, "o-2", Role.ADMIN), EMPTY)).isEqualTo(400);
    }

    @Test
    void thereIsRoomForSeveralClientsAndCredentialsButNotForAnyNumber() {
        var full = EMPTY;
        for (int i = 0; i < Clients.MOST_CLIENTS; i++) {
            full = full.after(new ClientRegistered("c-1", "o-" + i, List.of("scim")));
        }
        var crowded = WITH_CLIENT;
        for (int i = 0; i < Clients.MOST_CREDENTIALS; i++) {
            crowded = crowded.after(secret("k-" + i).added());
        }

        assertThat(statusOf(new RegisterClient(ID, "o-x", Role.SCIM), full)).isEqualTo(409);
        assertThat(statusOf(secret("k-x"), crowded)).isEqualTo(409);
        var freed = crowded.after(new ClientCredentialRemoved("c-1", "o-1", "k-0"));
        assertThat(secret("k-x").decide(freed)).isEqualTo(accepted(secret("k-x").added()));
    }

    @Test
    void aCredentialNeedsItsClientAndIsRemovedOnce() {
        var remove = new RemoveClientCredential(ID, "o-1", "k-1");
        var withSecret = WITH_CLIENT.after(secret("k-1").added());
        var gone = new ClientCredentialRemoved("c-1", "o-1", "k-1");

        assertThat(statusOf(secret("k-1"), EMPTY)).isEqualTo(404);
        assertThat(remove.decide(withSecret)).isEqualTo(accepted(gone));
        assertThat(statusOf(remove, withSecret.after(gone))).isEqualTo(404);
        assertThat(statusOf(remove, EMPTY)).isEqualTo(404);
    }

    @Test
    void aClientGoesWithItsCredentials() {
        var remove = new RemoveClient(ID, "o-1");
        var without =
                WITH_CLIENT.after(secret("k-1").added()).after(new ClientRemoved("c-1", "o-1"));

        assertThat(remove.decide(WITH_CLIENT)).isEqualTo(accepted(new ClientRemoved("c-1", "o-1")));
        assertThat(statusOf(remove, without)).isEqualTo(404);
        assertThat(statusOf(new RemoveClientCredential(ID, "o-1", "k-1"), without)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "https://issuer.example/v2, , true",
        "o-1, https://keys.example/jwks, true",
        "o-1, , false",
        "https://user:secret@issuer.example, , false",
        "ftp://issuer.example, , false",
        "https://issuer.example/v2, file:///etc/passwd, false",
        "https://issuer.example/v2, https://keys.example/#part, false",
        "https://issuer.example/with space, https://keys.example, false",
        "'', https://keys.example, false",
    })
    void aFederatedCredentialMustTellWhereKeysAre(
            String issuer, @Nullable String jwksUri, boolean good) {
        var add = new AddClientTrust(ID, "o-1", "k-1", issuer, "subject", "audience", jwksUri);

        if (good) {
            assertThat(add.decide(WITH_CLIENT))
                    .isEqualTo(
                            accepted(
                                    new ClientTrustAdded(
                                            "c-1",
                                            "o-1",
                                            "k-1",
                                            issuer,
                                            "subject",
                                            "audience",
                                            jwksUri)));
        } else {
            assertThat(statusOf(add, WITH_CLIENT)).isEqualTo(400);
        }
    }

    private static AddClientSecret secret(String id) {
        return new AddClientSecret(ID, "o-1", id, "hash", "9xYz", END);
    }

    private static Outcome<List<ConnectionEvent>> accepted(ConnectionEvent event) {
        return Outcome.accepted(List.of(event));
    }

    private static int statusOf(ClientCommand command, Connection connection) {
        return switch (command.decide(connection)) {
            case Outcome.Accepted<List<ConnectionEvent>>(var events) ->
                    throw new AssertionError(events);
            case Outcome.Refused<List<ConnectionEvent>>(var error) -> error.status();
        };
    }
}
