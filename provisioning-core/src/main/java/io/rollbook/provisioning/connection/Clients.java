package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.connection.event.ClientCredentialRemoved;
import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ClientRegistered;
import io.rollbook.provisioning.connection.event.ClientRemoved;
import io.rollbook.provisioning.connection.event.ClientSecretAdded;
import io.rollbook.provisioning.connection.event.ClientTrustAdded;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The OAuth clients of one connection.
 *
 * @param credentials of each client the ids of those that were not removed
 */
public record Clients(Map<String, Set<String>> credentials) {

    /** A connection has a few: one for each form of its identity provider's configuration. */
    public static final int MOST_CLIENTS = 20;

    /** Several are alive while one replaces another. */
    public static final int MOST_CREDENTIALS = 20;

    static final Clients NONE = new Clients(Map.of());

    public Clients {
        credentials = Map.copyOf(credentials);
    }

    public boolean has(String clientId) {
        return credentials.containsKey(clientId);
    }

    public boolean has(String clientId, String credentialId) {
        return credentials.getOrDefault(clientId, Set.of()).contains(credentialId);
    }

    public boolean areFull() {
        return credentials.size() >= MOST_CLIENTS;
    }

    public boolean isFull(String clientId) {
        return credentials.getOrDefault(clientId, Set.of()).size() >= MOST_CREDENTIALS;
    }

    Clients after(ClientEvent event) {
        var all = new HashMap<>(credentials);
        switch (event) {
            case ClientRegistered client -> all.put(client.clientId(), Set.of());
            case ClientSecretAdded secret -> add(all, secret.clientId(), secret.credentialId());
            case ClientTrustAdded trust -> add(all, trust.clientId(), trust.credentialId());
            case ClientCredentialRemoved removed ->
                    all.computeIfPresent(
                            removed.clientId(), (id, ids) -> without(ids, removed.credentialId()));
            case ClientRemoved client -> all.remove(client.clientId());
        }
        return new Clients(all);
    }

    private static void add(Map<String, Set<String>> all, String clientId, String credentialId) {
        var ids = new HashSet<>(all.getOrDefault(clientId, Set.of()));
        ids.add(credentialId);
        all.put(clientId, Set.copyOf(ids));
    }

    private static Set<String> without(Set<String> ids, String credentialId) {
        var rest = new HashSet<>(ids);
        rest.remove(credentialId);
        return Set.copyOf(rest);
    }
}
