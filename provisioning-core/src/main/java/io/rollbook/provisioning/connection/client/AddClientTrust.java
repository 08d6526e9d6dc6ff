package io.rollbook.provisioning.connection.client;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.ClientCommand;
import io.rollbook.provisioning.connection.Clients;
import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ClientTrustAdded;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Lets a client authenticate with what an issuer signs (RFC 7523 §2.2): a federated credential, or
 * {@code private_key_jwt} where issuer and subject are the client itself.
 *
 * @param jwksUri null when the issuer's keys are found by OpenID Connect discovery
 */
public record AddClientTrust(
        AggregateId id,
        String clientId,
        String credentialId,
        String issuer,
        String subject,
        String audience,
        @Nullable String jwksUri)
        implements ClientCommand {

    private static final int LONGEST = 500;

    @Override
    public Outcome<ClientEvent> decide(Clients clients) {
        return wrong("issuer", issuer)
                .or(() -> wrong("subject", subject))
                .or(() -> wrong("audience", audience))
                .or(this::keysCannotBeFound)
                .<Outcome<ClientEvent>>map(Outcome::refused)
                .orElseGet(() -> CredentialPlace.take(clients, clientId, added()));
    }

    /** The event that this asks for, which is what the register keeps as well. */
    public ClientTrustAdded added() {
        return new ClientTrustAdded(
                id.id(), clientId, credentialId, issuer, subject, audience, jwksUri);
    }

    private Optional<ScimError> keysCannotBeFound() {
        if (jwksUri != null) {
            return isAddress(jwksUri)
                    ? Optional.empty()
                    : refused("jwksUri must be an https address of at most 500 characters");
        }
        return isAddress(issuer)
                ? Optional.empty()
                : refused("jwksUri is needed, unless issuer is an https address with discovery");
    }

    private static Optional<ScimError> wrong(String name, String value) {
        boolean plain = value.chars().allMatch(c -> c > ' ' && c < 0x7F);
        return !value.isEmpty() && value.length() <= LONGEST && plain
                ? Optional.empty()
                : refused(name + " must be 1 to 500 ASCII characters without spaces");
    }

    /** Whether plain HTTP or a private address will do is for whoever fetches to say. */
    private static boolean isAddress(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            return text.length() <= LONGEST
                    && ("https".equals(scheme) || "http".equals(scheme))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<ScimError> refused(String detail) {
        return Optional.of(ScimError.badRequest(ScimType.INVALID_VALUE, detail));
    }
}
