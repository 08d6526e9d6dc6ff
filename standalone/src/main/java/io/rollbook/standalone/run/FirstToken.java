package io.rollbook.standalone.run;

import io.rollbook.standalone.admin.Administration;
import io.rollbook.standalone.admin.IssuedToken;

/** What a newcomer needs: a tenant and a token for it. */
public final class FirstToken {

    public static final String TENANT = "demo";
    private static final String CONNECTION = "default";
    private static final String ROLE = "scim";

    private FirstToken() {}

    /** Makes both; asked for once, when there is no tenant at all. */
    public static IssuedToken make(Administration administration) {
        administration.createTenant(TENANT);
        return administration.createToken(TENANT, CONNECTION, ROLE);
    }
}
