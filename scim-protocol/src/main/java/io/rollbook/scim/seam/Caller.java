package io.rollbook.scim.seam;

import java.util.Set;

/**
 * Who sends the request, as the gateway established it from the token. Ids are opaque and carry no
 * personal data.
 *
 * @param tenantId the only tenant whose data the request may reach
 * @param profile how tolerant the protocol is to be for this connection
 * @param connectionId the identity provider's application
 * @param tokenId the token itself, for the log; never its secret
 * @param roles what the token may do
 * @param terms what was set for the connection
 */
public record Caller(
        String tenantId,
        Profile profile,
        String connectionId,
        String tokenId,
        Set<Role> roles,
        CallerTerms terms) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** On the default terms. */
    public Caller(
            String tenantId,
            Profile profile,
            String connectionId,
            String tokenId,
            Set<Role> roles) {
        this(tenantId, profile, connectionId, tokenId, roles, CallerTerms.DEFAULT);
    }

    public boolean mayActAs(Role role) {
        return roles.contains(role);
    }
}
