package io.rollbook.standalone.admin;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The OAuth clients of one tenant, through the administration API. */
public final class OAuthClients {

    private final Administration administration;
    private final String path;

    OAuthClients(Administration administration, String tenant) {
        this.administration = administration;
        this.path = "/tenants/" + Administration.encoded(tenant) + "/clients";
    }

    /** A new secret; its text is told this once. */
    public record IssuedSecret(String credentialId, String secret, String expiresAt) {

        /** Leaves the secret out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "IssuedSecret[" + credentialId + "]";
        }
    }

    /**
     * Whose signatures a client may show.
     *
     * @param issuer and subject: empty for the client itself
     * @param jwksUri empty when the issuer's keys are found by discovery
     */
    public record Trust(String issuer, String subject, String audience, String jwksUri) {

        private Map<String, String> body() {
            var body = new HashMap<String, String>();
            put(body, "issuer", issuer);
            put(body, "subject", subject);
            put(body, "audience", audience);
            put(body, "jwksUri", jwksUri);
            return body;
        }

        private static void put(Map<String, String> body, String name, String value) {
            if (!value.isEmpty()) {
                body.put(name, value);
            }
        }
    }

    /**
     * @return the new client's id
     */
    public String register(String connection, String role) {
        var body = Map.of("connection", connection, "role", role);
        return text(administration.send("POST", path, body), "clientId");
    }

    /** Good for as long as the server gives by default. */
    public IssuedSecret addSecret(String clientId) {
        var issued = administration.send("POST", of(clientId) + "/secrets", Map.of());
        return new IssuedSecret(
                text(issued, "credentialId"), text(issued, "secret"), text(issued, "expiresAt"));
    }

    /**
     * @return the new credential's id
     */
    public String addTrust(String clientId, Trust trust) {
        return text(
                administration.send("POST", of(clientId) + "/trusts", trust.body()),
                "credentialId");
    }

    /** One line for each client and each of its credentials. */
    public List<String> list() {
        var lines = new ArrayList<String>();
        var next = "";
        do {
            var page =
                    administration.send(
                            "GET", next.isEmpty() ? path : path + "?after=" + next, Map.of());
            page.path("clients").forEach(client -> lines.addAll(linesOf(client)));
            next = text(page, "next");
        } while (!next.isEmpty());
        return lines;
    }

    public void remove(String clientId) {
        administration.send("DELETE", of(clientId), Map.of());
    }

    public void removeCredential(String clientId, String credentialId) {
        administration.send(
                "DELETE",
                of(clientId) + "/credentials/" + Administration.encoded(credentialId),
                Map.of());
    }

    private static List<String> linesOf(JsonNode client) {
        var lines = new ArrayList<String>();
        lines.add(
                text(client, "clientId")
                        + "  "
                        + text(client, "role")
                        + "  connection "
                        + text(client, "connectionId"));
        client.path("credentials").forEach(credential -> lines.add("  " + lineOf(credential)));
        return lines;
    }

    private static String lineOf(JsonNode credential) {
        return credential
                .propertyStream()
                .map(
                        member ->
                                member.getKey().equals("credentialId")
                                        ? member.getValue().asString()
                                        : member.getKey() + "=" + member.getValue().asString())
                .collect(Collectors.joining("  "));
    }

    private String of(String clientId) {
        return path + "/" + Administration.encoded(clientId);
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }
}
