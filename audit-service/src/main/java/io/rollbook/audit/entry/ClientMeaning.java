package io.rollbook.audit.entry;

import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.client.ClientCredentialRemoved;
import io.rollbook.contract.client.ClientEvent;
import io.rollbook.contract.client.ClientRegistered;
import io.rollbook.contract.client.ClientRemoved;
import io.rollbook.contract.client.ClientSecretAdded;
import io.rollbook.contract.client.ClientTrustAdded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events of OAuth clients mean. A client is part of its connection. */
final class ClientMeaning {

    private ClientMeaning() {}

    static Meaning of(ClientEvent event) {
        return Meaning.change(
                Action.OTHER,
                Target.of("Connection", event.connectionId()),
                event.version(),
                List.of(change(event)));
    }

    private static AttributeChange change(ClientEvent event) {
        return switch (event) {
            case ClientRegistered(var _, var _, var client, var roles, var _) ->
                    new AttributeChange("client", null, Map.of("id", client, "roles", roles));
            case ClientSecretAdded secret ->
                    new AttributeChange("client.secret", null, secret(secret));
            case ClientTrustAdded trust -> new AttributeChange("client.trust", null, trust(trust));
            case ClientCredentialRemoved(var _, var _, var client, var credential, var _) ->
                    new AttributeChange("client.credential", credential(client, credential), null);
            case ClientRemoved(var _, var _, var client, var _) ->
                    new AttributeChange("client", Map.of("id", client), null);
        };
    }

    private static Map<String, Object> secret(ClientSecretAdded added) {
        var secret = credential(added.clientId(), added.credentialId());
        secret.put("lastFour", added.lastFour());
        secret.put("expiresAt", added.expiresAt().toString());
        return secret;
    }

    private static Map<String, Object> trust(ClientTrustAdded added) {
        var trust = credential(added.clientId(), added.credentialId());
        trust.put("issuer", added.issuer());
        trust.put("subject", added.subject());
        trust.put("audience", added.audience());
        if (added.jwksUri() != null) {
            trust.put("jwksUri", added.jwksUri());
        }
        return trust;
    }

    private static Map<String, Object> credential(String clientId, String credentialId) {
        var credential = new LinkedHashMap<String, Object>();
        credential.put("id", credentialId);
        credential.put("client", clientId);
        return credential;
    }
}
