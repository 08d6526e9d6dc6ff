package io.rollbook.provisioning.administration.client;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.rollbook.provisioning.connection.event.ClientTrustAdded;
import io.rollbook.provisioning.register.ClientEntry;
import io.rollbook.provisioning.register.CredentialEntry;
import io.rollbook.scim.seam.Role;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** OAuth clients as operators see them. */
final class ClientViews {

    private ClientViews() {}

    record Client(String clientId, String connectionId, String role, List<Credential> credentials) {

        static Client fresh(String clientId, String connectionId, Role role) {
            return new Client(clientId, connectionId, role.label(), List.of());
        }

        static Client of(ClientEntry client, List<CredentialEntry> credentials) {
            return new Client(
                    client.clientId(),
                    client.connectionId(),
                    String.join(" ", client.roles()),
                    credentials.stream()
                            .filter(credential -> credential.clientId().equals(client.clientId()))
                            .map(Credential::of)
                            .toList());
        }
    }

    /**
     * @param type {@code secret} or {@code trust}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Credential(
            String credentialId,
            String type,
            @Nullable String lastFour,
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable String audience,
            @Nullable String jwksUri,
            @Nullable String expiresAt,
            @Nullable String lastUsedAt) {

        static Credential of(CredentialEntry entry) {
            return new Credential(
                    entry.credentialId(),
                    entry.issuer() == null ? "secret" : "trust",
                    entry.lastFour(),
                    entry.issuer(),
                    entry.subject(),
                    entry.audience(),
                    entry.jwksUri(),
                    text(entry.expiresAt()),
                    text(entry.lastUsedAt()));
        }

        static Credential of(ClientTrustAdded trust) {
            return new Credential(
                    trust.credentialId(),
                    "trust",
                    null,
                    trust.issuer(),
                    trust.subject(),
                    trust.audience(),
                    trust.jwksUri(),
                    null,
                    null);
        }

        private static @Nullable String text(@Nullable Instant time) {
            return time == null ? null : time.toString();
        }
    }

    /** Shown once. */
    record Secret(String clientId, String credentialId, String secret, String expiresAt) {

        /** Leaves the secret out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Secret[" + credentialId + "]";
        }
    }

    /**
     * @param next what {@code after} has to be for the next page; null at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientList(List<Client> clients, @Nullable String next) {}
}
