package io.rollbook.standalone.run;

import io.rollbook.standalone.admin.Administration;
import io.rollbook.standalone.admin.IssuedToken;

import java.util.Optional;

/** What a newcomer needs: a tenant and a token for it. */
public final class FirstToken {

    public static final String TENANT = "demo";
    private static final String CONNECTION = "default";
    private static final String ROLE = "scim";

    private FirstToken() {}

    /** Makes both when there is no tenant at all; later starts get nothing. */
    public static Optional<IssuedToken> whenEmpty(Administration administration) {
        if (!administration.tenants().isEmpty()) {
            return Optional.empty();
        }
        administration.createTenant(TENANT);
        return Optional.of(administration.createToken(TENANT, CONNECTION, ROLE));
    }
}
