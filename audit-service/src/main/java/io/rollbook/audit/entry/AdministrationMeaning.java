package io.rollbook.audit.entry;

import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.TenantCreated;
import io.rollbook.contract.tenant.TenantEvent;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.tenant.TokenRevoked;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events of tenants, connections and tokens mean. A token is part of its connection. */
final class AdministrationMeaning {

    private AdministrationMeaning() {}

    static Meaning of(TenantEvent event) {
        return switch (event) {
            case TenantCreated created ->
                    Meaning.change(
                            Action.CREATE,
                            Target.of("Tenant", created.tenantId()),
                            created.version(),
                            List.of(
                                    new AttributeChange("name", null, created.name()),
                                    new AttributeChange("profile", null, created.profile())));
            case ConnectionCreated created ->
                    Meaning.change(
                            Action.CREATE,
                            connection(created.connectionId()),
                            created.version(),
                            List.of(new AttributeChange("name", null, created.name())));
            case TokenIssued issued ->
                    Meaning.change(
                            Action.OTHER,
                            connection(issued.connectionId()),
                            issued.version(),
                            List.of(new AttributeChange("token", null, token(issued))));
            case TokenRevoked revoked ->
                    Meaning.change(
                            Action.OTHER,
                            connection(revoked.connectionId()),
                            revoked.version(),
                            List.of(
                                    new AttributeChange(
                                            "token", Map.of("id", revoked.tokenId()), null)));
        };
    }

    private static Target connection(String id) {
        return Target.of("Connection", id);
    }

    private static Map<String, Object> token(TokenIssued issued) {
        var token = new LinkedHashMap<String, Object>();
        token.put("id", issued.tokenId());
        token.put("roles", issued.roles());
        token.put("lastFour", issued.lastFour());
        if (issued.expiresAt() != null) {
            token.put("expiresAt", issued.expiresAt().toString());
        }
        return token;
    }
}
